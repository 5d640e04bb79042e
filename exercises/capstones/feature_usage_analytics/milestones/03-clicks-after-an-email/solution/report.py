"""The report: as text for people, as JSON for programs, as CSV for spreadsheets."""

from dataclasses import dataclass

from feature_usage_analytics.emails import Campaign
from feature_usage_analytics.usage import DayUsage

BAR_WIDTH = 20


@dataclass(frozen=True)
class Report:
    """Everything that was counted; `window` is in minutes."""

    days: list[DayUsage]
    campaigns: list[Campaign]
    window: int
    bad_lines: int = 0
    too_late: int = 0


def share(part: int, whole: int) -> float:
    """Return how many per cent of `whole` are `part`, with one decimal; 0.0 of nothing."""


def bar(part: int, largest: int) -> str:
    """Return a bar of `#`: BAR_WIDTH of them for the largest, at least one for anything at all."""


def aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Return a line for each row, its cells in columns two spaces apart.

    The first column and the last are aligned left, those between right. No line ends in a space.
    """


def as_text(report: Report) -> str:
    """Return the report for people."""


def as_json(report: Report) -> str:
    """Return the report as JSON, for programs."""


def as_csv(report: Report) -> str:
    """Return the usage as CSV: one row for each feature of each day."""


FORMATS = {"text": as_text, "json": as_json, "csv": as_csv}
