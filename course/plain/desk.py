"""What every place of the plain course works with: the session, and somebody to ask."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from course.errors import CourseError
from course.plain.asking import Asking
from course.plain.talk import Interrupted, Talk

if TYPE_CHECKING:
    from course.catalogue.reference import Reference
    from course.learner.session import Session

T = TypeVar("T")


class Desk:
    """`session` and `talk`; `asking` asks through that talk."""

    def __init__(self, session: Session, talk: Talk) -> None:
        self.session = session
        self.talk = talk
        self.asking = Asking(talk, self._looked_up)
        self._reference: Reference | None = None

    async def doing(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T | None:
        """What work with code gives; None where Ctrl+C or an error ended it, which is said.

        What code from elsewhere may not do yet is asked about once.
        """
        from course.learner.consent import NotAllowed

        while True:
            try:
                return await self.talk.wait(work())
            except Interrupted:
                self.talk.say("Stopped.")
                return None
            except NotAllowed:
                if not await self._allows():
                    return None
            except CourseError as error:
                self.talk.say(str(error))
                return None

    async def _allows(self) -> bool:
        """Whether the learner allows what the course at hand asks to do."""
        from course.learner.consent import in_words

        consent = self.session.consent
        allowed = await self.asking.confirm(
            f"This course did not come with the program; it is in {consent.folder}. Its code, and "
            f"yours while it is checked, asks to {in_words(consent.needs)}. Your files and the "
            "internet stay closed to it. May it do that from now on?"
        )
        if allowed:
            consent.allow()
        return allowed

    def _looked_up(self, name: str) -> str:
        from course.catalogue.reference import Reference, looked_up

        if self._reference is None:
            self._reference = Reference.open(self.session.locations)
        return looked_up(name, self._reference, self.session.catalogue)
