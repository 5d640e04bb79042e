"""What a course or an exercise from elsewhere may do beyond computing: asked for once, kept.

What came with this program has been read by those who wrote it. A pack that `COURSE_CONTENT` names
is somebody else's: what it needs is asked for once, for the whole pack.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from course import locations
from course.errors import WrongUse
from course.learner.files import write_file
from course.locations import Locations

ASKED = {
    "localhost": "open network connections inside this machine",
    "processes": "start other programs",
}
"""The needs that open something in the sandbox, and what they open."""


class NotAllowed(WrongUse):
    """Code from elsewhere needs what nobody has allowed; `Consent.allow` does."""


def asked(needs: Iterable[str]) -> list[str]:
    """Those of the needs that open something."""
    return sorted(ASKED.keys() & set(needs))


def in_words(needs: Iterable[str]) -> str:
    """What they open, in words: `open network connections ... and start other programs`."""
    return " and ".join(ASKED[need] for need in asked(needs))


class Consent:
    """What is allowed in a folder of content; `needs` are all that are asked for at once."""

    def __init__(self, where: Locations, folder: Path, needs: Sequence[str] = tuple(ASKED)) -> None:
        self.folder = folder.resolve()
        self.needs = asked(needs)
        self._is_own = self.folder.is_relative_to(locations.own_content().resolve())
        key = hashlib.sha256(json.dumps([str(self.folder), self.needs]).encode()).hexdigest()
        self._file = where.data / "allowed" / f"{key[:32]}.json"
        self._for_now: set[str] = set()

    def lacks(self, needs: Iterable[str]) -> bool:
        """Whether something of that is not allowed."""
        wanted = set(asked(needs)) - self._for_now
        return bool(wanted) and not self._is_own and not self._file.is_file()

    def expect(self, needs: Iterable[str]) -> None:
        """Raise `NotAllowed` where something of that is not allowed."""
        if self.lacks(needs):
            raise NotAllowed(
                f"The course in {self.folder} is not the one that came with this program, and "
                f"this part of it asks to {in_words(needs)}. Where you trust who wrote it, allow "
                f"that: `course check --allow {','.join(asked(needs))}`, or F5 in the app."
            )

    def allow(self) -> None:
        """Allow it from now on. Raises CourseError where that cannot be kept."""
        self._for_now.update(self.needs)
        write_file(
            self._file, json.dumps({"folder": str(self.folder), "needs": self.needs}).encode()
        )

    def allow_for_now(self, needs: Iterable[str]) -> None:
        """Allow something for as long as this program runs."""
        self._for_now.update(needs)
