"""The command line: python -m feature_usage_analytics LOG... (--help tells the options)."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from feature_usage_analytics.emails import EmailClicks
from feature_usage_analytics.events import BadLines, Event, all_events
from feature_usage_analytics.order import InOrder
from feature_usage_analytics.report import FORMATS, Report
from feature_usage_analytics.usage import UsageCounter

LATENESS = timedelta(minutes=5)


def day(text: str) -> date:
    """Return the day that an argument names; ValueError where it names none."""
    return date.fromisoformat(text)


def minutes(text: str) -> int:
    """Return the number that an argument gives; ValueError where no window is so long."""
    number = int(text)
    if not 0 <= number <= timedelta.max // timedelta(minutes=1):
        raise ValueError(f"no window of {number} minutes")
    return number


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """Return what the caller wants; ends the program with status 2 where that is no sense."""
    parser = argparse.ArgumentParser(
        prog="feature_usage_analytics", description="Report how Harbour's shop is used."
    )
    parser.add_argument("logs", nargs="+", metavar="LOG", help="a log; .gz too; - reads stdin")
    parser.add_argument(
        "--from", dest="first", type=day, default=date.min, metavar="DATE",
        help="the first day that counts, such as 2026-03-02",
    )  # fmt: skip
    parser.add_argument(
        "--to", dest="last", type=day, default=date.max, metavar="DATE",
        help="the last day that counts",
    )  # fmt: skip
    parser.add_argument("--format", choices=FORMATS, default="text", help="text if not given")
    parser.add_argument(
        "--window", type=minutes, default=30, metavar="MINUTES",
        help="a click counts so long after its e-mail (30)",
    )  # fmt: skip
    wanted = parser.parse_args(arguments)
    if wanted.first > wanted.last:
        parser.error("--from is after --to")
    return wanted


def between(events: Iterable[Event], first: date, last: date) -> Iterator[Event]:
    """Yield the events of the days from `first` to `last`, both included."""
    return (event for event in events if first <= event.when.date() <= last)


def analyse(events: Iterable[Event], window: int, bad: BadLines) -> Report:
    """Let every event go by once and return what was counted."""
    ordered = InOrder(events, LATENESS)
    usage, emails = UsageCounter(), EmailClicks(timedelta(minutes=window))
    for event in ordered:
        usage.add(event)
        emails.add(event)
    return Report(usage.days(), emails.campaigns(), window, bad.count, ordered.too_late)


def complain(text: str) -> None:
    """Say something to the person at the terminal, beside the report and not in it."""
    print(f"feature_usage_analytics: {text}", file=sys.stderr)


def show(text: str) -> None:
    """Print the report. A reader who leaves early, as `head` does, is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python writes what is left at its end, and would complain then.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return 0, or 1 when a log cannot be read."""
    wanted = parse_arguments(arguments)
    bad = BadLines()
    events = between(all_events(wanted.logs, bad), wanted.first, wanted.last)
    try:
        report = analyse(events, wanted.window, bad)
    except (OSError, EOFError) as error:
        complain(str(error))
        return 1
    for example in bad.examples:
        complain(example)
    if bad.count > len(bad.examples):
        complain(f"... {bad.count} bad lines in all")
    show(FORMATS[wanted.format](report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
