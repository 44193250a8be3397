"""What a reply takes over from the letter it answers."""

import re
from typing import Any

from msu_desktop.desks.correspondence.queries.listing import DocumentRow

_ABOUT = re.compile(r"^.*?\b(?:жөнүндө|тууралуу)\b", re.IGNORECASE | re.DOTALL)


def reply_values(row: DocumentRow) -> dict[str, Any]:
    """Return the values with which the form of a reply begins."""
    return {
        "party_id": row.party_id,
        "replies_to": row.id,
        "executes": True,
        "summary": subject_of(row.summary),
        "executor_id": row.executor_id,
        **({"case_file_id": row.case_file_id} if row.case_file_id else {}),
    }


def subject_of(summary: str) -> str:
    """Return what a letter is about: «… жөнүндө» without what it wants done.

    A summary without such a word is taken over whole.
    """
    found = _ABOUT.match(summary)
    return found[0] if found else summary
