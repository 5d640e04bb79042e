from dataclasses import dataclass, field
from typing import ClassVar


@dataclass
class Parcel:
    """A parcel and what has happened to it so far."""

    carrier: ClassVar[str] = "Harbour Post"
    number: str
    events: list = field(default_factory=list)

    def log(self, event):
        self.events.append(event)

    def last(self):
        return self.events[-1] if self.events else "no news"
