"""Which e-mails bring somebody to the shop: clicks within a window after the e-mail."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from feature_usage_analytics.events import Event


@dataclass(frozen=True)
class Campaign:
    """One kind of e-mail: how many were sent, and how many of them were clicked in time."""

    name: str
    sent: int
    clicked: int


class EmailClicks:
    """Counts e-mails and the clicks that follow them within `window`.

    Events must come in the order of their time. It remembers the e-mails of one window and no more.
    """

    def __init__(self, window: timedelta) -> None:
        self.window = window
        self._sent: Counter[str] = Counter()
        self._clicked: Counter[str] = Counter()
        self._waiting: dict[str, datetime] = {}  # the oldest e-mail first

    def add(self, event: Event) -> None:
        """Count an event; uses of features do not matter."""
        self._forget_until(event.when)
        email = event.user
        if event.kind == "email":
            self._sent[event.name] += 1
            self._waiting.pop(email, None)
            self._waiting[email] = event.when
        elif event.kind == "click" and email in self._waiting:
            self._clicked[event.name] += 1
            del self._waiting[email]

    def campaigns(self) -> list[Campaign]:
        """Return the numbers of each campaign, by name."""
        return [
            Campaign(name, sent, self._clicked[name]) for name, sent in sorted(self._sent.items())
        ]

    def _forget_until(self, now: datetime) -> None:
        while self._waiting:
            oldest = next(iter(self._waiting))
            if now - self._waiting[oldest] <= self.window:
                break
            del self._waiting[oldest]
