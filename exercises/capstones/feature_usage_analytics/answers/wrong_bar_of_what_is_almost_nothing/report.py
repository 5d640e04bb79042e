"""The report: as text for people, as JSON for programs, as CSV for spreadsheets."""

import csv
import io
import json
from collections import Counter
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
    return round(100 * part / whole, 1) if whole else 0.0


def bar(part: int, largest: int) -> str:
    """Return a bar of `#`: BAR_WIDTH of them for the largest, at least one for anything at all."""
    if not part:
        return ""
    return "#" * round(BAR_WIDTH * part / largest)


def by_size(features: dict[str, int]) -> list[tuple[str, int]]:
    """Return features with their uses, the most used first, equal ones by name."""
    return sorted(features.items(), key=lambda one: (-one[1], one[0]))


def aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Return a line for each row, its cells in columns two spaces apart.

    The first column and the last are aligned left, those between right. No line ends in a space.
    """
    widths = [max(len(cell) for cell in column) for column in zip(*rows)]
    return [_line(row, widths) for row in rows]


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *middle, last = row
    cells = [first.ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(middle, widths[1:])]
    return "  ".join([*cells, last]).rstrip()


def as_text(report: Report) -> str:
    """Return the report for people."""
    if not report.days and not report.campaigns:
        parts = [["Nothing to report."]]
    else:
        parts = [_day_lines(report), _feature_lines(report), _campaign_lines(report)]
    parts.append(_left_out(report))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _day_lines(report: Report) -> list[str]:
    uses = {day.day: sum(day.features.values()) for day in report.days}
    largest = max(uses.values(), default=0)
    rows = [("DAY", "USES", "USERS", "")]
    for day in report.days:
        users = f"{day.users:,}" if day.exact else f"about {day.users:,}"
        rows.append((str(day.day), f"{uses[day.day]:,}", users, bar(uses[day.day], largest)))
    return aligned(rows)


def _feature_lines(report: Report) -> list[str]:
    total: Counter[str] = Counter()
    for day in report.days:
        total.update(day.features)
    largest = max(total.values(), default=0)
    rows = [("FEATURE", "USES", "SHARE", "")]
    for name, uses in by_size(total):
        percent = f"{share(uses, total.total())} %"
        rows.append((name, f"{uses:,}", percent, bar(uses, largest)))
    return aligned(rows)


def _campaign_lines(report: Report) -> list[str]:
    rows = [("E-MAIL", "SENT", "CLICKED", "SHARE", "")]
    for one in report.campaigns:
        percent = f"{share(one.clicked, one.sent)} %"
        picture = bar(one.clicked, one.sent)
        rows.append((one.name, f"{one.sent:,}", f"{one.clicked:,}", percent, picture))
    return [f"Clicks within {report.window} minutes:", *aligned(rows)]


def _left_out(report: Report) -> list[str]:
    if not report.bad_lines and not report.too_late:
        return []
    return [f"Left out: bad lines {report.bad_lines:,}, events too late {report.too_late:,}."]


def as_json(report: Report) -> str:
    """Return the report as JSON, for programs."""
    content = {
        "days": [_day_object(day) for day in report.days],
        "emails": [
            {
                "name": one.name,
                "sent": one.sent,
                "clicked": one.clicked,
                "share": share(one.clicked, one.sent),
            }
            for one in report.campaigns
        ],
        "window": report.window,
        "bad_lines": report.bad_lines,
        "too_late": report.too_late,
    }
    return json.dumps(content, indent=2) + "\n"


def _day_object(day: DayUsage) -> dict[str, object]:
    return {
        "day": day.day.isoformat(),
        "users": day.users,
        "exact": day.exact,
        "features": dict(by_size(day.features)),
    }


def as_csv(report: Report) -> str:
    """Return the usage as CSV: one row for each feature of each day."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["day", "feature", "uses", "share"])
    for day in report.days:
        total = sum(day.features.values())
        for name, uses in by_size(day.features):
            writer.writerow([day.day, name, uses, share(uses, total)])
    return file.getvalue()


FORMATS = {"text": as_text, "json": as_json, "csv": as_csv}
