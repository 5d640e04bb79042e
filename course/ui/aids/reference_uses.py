"""How the names of the offline reference are used, for what is offered while one types."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.locations import Locations


@lru_cache(maxsize=1)
def reference_uses(locations: Locations | None) -> dict[str, str]:
    """`str.split` and how it is written; nothing where an editor is in no course."""
    if locations is None:
        return {}
    from course.catalogue.reference import Reference

    return {name: entry.use for name, entry in Reference.open(locations).entries.items()}
