"""A backup copy in words, and what restoring it would take away and bring back."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from msu_desktop.desks.directory.page.history import ACT_WORDS, when
from msu_desktop.gui.widgets.card import Badge, Block, CardContent, Pair
from msu_desktop.language.catalogue import _, language, ngettext
from msu_desktop.language.dates import long_date, short_date, short_time
from msu_desktop.language.formats import file_size
from msu_desktop.office.errors import N_
from msu_desktop.store.backup import Backup
from msu_desktop.store.divergence import Difference
from msu_desktop.store.restore import Preview

RECORD_WORDS = {
    "party": N_("Parties"),
    "official": N_("Officials"),
    "case_file": N_("Files of the list"),
    "legal_rule": N_("Rules"),
    "calendar_date": N_("Days of the calendar"),
    "calendar_year": N_("Years of the calendar"),
    "saved_view": N_("Kept views"),
    "office": N_("Office"),
}


def moment_words(at: datetime, zone: tzinfo | None) -> str:
    """Write when a copy was made, as the clock of this PC shows it."""
    local = at.astimezone(zone)
    return f"{short_date(local.date())}, {short_time(local.time())}"


def backup_card(copy: Backup, zone: tzinfo | None) -> CardContent:
    """Return the card of a backup copy."""
    local = copy.at.astimezone(zone)
    state = (
        Badge(_("made and verified"), "success")
        if copy.verified and copy.acts is not None
        else Badge(_("cannot be used"), "danger")
    )
    pairs = [
        Pair(_("Why it was made"), _(copy.reason.label)),
        Pair(_("Acts in it"), "" if copy.acts is None else str(copy.acts)),
        Pair(_("Size"), file_size(copy.size, language())),
        Pair(_("Where"), str(copy.path.parent)),
    ]
    title = f"{long_date(local.date(), language())}, {short_time(local.time())}"
    return CardContent(title, "", [state], [Block("", pairs)])


def preview_card(
    preview: Preview, act_words: Mapping[str, str], record_words: Mapping[str, str]
) -> CardContent:
    """Return what restoring a copy would lose and gain, act by act."""
    acts, records = {**ACT_WORDS, **act_words}, {**RECORD_WORDS, **record_words}
    lost = Block(_("Would be lost"), _pairs(preview.lost, acts, records))
    gained = Block(_("Would come back"), _pairs(preview.gained, acts, records))
    if not preview.present_readable:
        said = _("The present data cannot be read, so what would be lost cannot be told.")
        return CardContent(said, "", [Badge(_("damaged"), "danger")], [gained])
    return CardContent(_summary(preview), "", _badges(preview), [lost, gained])


def _summary(preview: Preview) -> str:
    if not preview.lost.total and not preview.gained.total:
        return _("The copy holds the same as the present data.")
    if not preview.lost.total:
        return _("Nothing would be lost.")
    return ngettext(
        "{n} act done after this copy would be lost.",
        "{n} acts done after this copy would be lost.",
        preview.lost.total,
    )


def _badges(preview: Preview) -> list[Badge]:
    if preview.lost.total:
        return [Badge(_("work would be lost"), "danger")]
    return [Badge(_("nothing would be lost"), "success")]


def _pairs(side: Difference, acts: Mapping[str, str], records: Mapping[str, str]) -> list[Pair]:
    if not side.total:
        return [Pair(_("nothing"), "0")]
    pairs = [Pair(_(records.get(name, name)), f"+{n}") for name, n in side.records.items()]
    pairs += [Pair(_(acts.get(name, name)), str(n)) for name, n in side.acts.items()]
    if side.first_at and side.last_at:
        pairs.append(Pair(_("From – to"), f"{when(side.first_at)} – {when(side.last_at)}"))
    return pairs
