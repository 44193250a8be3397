"""The small office as fixtures."""

from tests.store.small_office import (  # noqa: F401 - pytest finds fixtures by their names here
    empty_folder,
    folder,
    founded,
    manner,
    office,
    versions,
    watch,
)
