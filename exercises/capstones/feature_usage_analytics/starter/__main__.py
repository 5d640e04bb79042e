"""The command line: python -m feature_usage_analytics LOG... (--help tells the options)."""

import argparse
import sys
from datetime import timedelta

LATENESS = timedelta(minutes=10)


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """Return what the caller wants; ends the program with status 2 where that is no sense."""


def complain(text: str) -> None:
    """Say something to the person at the terminal, beside the report and not in it."""
    print(f"feature_usage_analytics: {text}", file=sys.stderr)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return 0, or 1 when a log cannot be read."""


if __name__ == "__main__":
    sys.exit(main())
