"""Which e-mails bring somebody to the shop: clicks within a window after the e-mail."""

from dataclasses import dataclass
from datetime import timedelta

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

    def add(self, event: Event) -> None:
        """Count an event; uses of features do not matter."""

    def campaigns(self) -> list[Campaign]:
        """Return the numbers of each campaign, by name."""
