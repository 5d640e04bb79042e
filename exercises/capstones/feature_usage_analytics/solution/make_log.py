"""Write a log of any size to try the program with; the same seed gives the same log.

python -m feature_usage_analytics.make_log --megabytes 100 big.log
"""

import argparse
import gzip
import heapq
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2026, 3, 2, tzinfo=UTC)
USERS = 20_000
FEATURES = {
    "search": 30, "basket": 24, "tracking": 16, "albums": 11,
    "reviews": 8, "coupons": 6, "gifts": 3, "help": 2,
}  # fmt: skip
CLICKED = {"back-in-stock": 0.5, "spring-sale": 0.3, "weekly-news": 0.12}
SECONDS_BETWEEN_EVENTS = 1.2
BAD_LINES = ("2026-03-02T", "user-00007,feature,search", "yesterday,user-00007,feature,search")


def lines(seed: int = 1) -> Iterator[str]:
    """Yield lines without an end: an event every 1.2 seconds or so, some up to ten minutes late."""
    dice = random.Random(seed)
    clock, coming = START, []
    names, weights, campaigns = list(FEATURES), list(FEATURES.values()), list(CLICKED)
    while True:
        pause = SECONDS_BETWEEN_EVENTS * (1.5 if clock.weekday() >= 5 else 1)
        clock += timedelta(seconds=dice.expovariate(1 / pause))
        user = f"user-{dice.randrange(USERS):05}"
        chance = dice.random()
        if coming and coming[0][0] <= clock:
            when, user, campaign = heapq.heappop(coming)
            yield line(when, user, "click", campaign)
        elif chance < 0.0002:
            yield dice.choice(BAD_LINES)
        elif chance < 0.05:
            campaign = dice.choice(campaigns)
            yield line(clock, user, "email", campaign)
            if dice.random() < CLICKED[campaign]:
                until_click = timedelta(seconds=dice.expovariate(1 / 1200))
                heapq.heappush(coming, (clock + until_click, user, campaign))
        else:
            late = dice.uniform(0, 590) if chance > 0.9 else 0
            when = max(START, clock - timedelta(seconds=late))
            yield line(when, user, "feature", dice.choices(names, weights)[0])


def line(when: datetime, user: str, kind: str, name: str) -> str:
    """Return an event as it stands in the log."""
    return f"{when:%Y-%m-%dT%H:%M:%SZ},{user},{kind},{name}"


def write_log(path: Path, size: int, seed: int = 1) -> None:
    """Write a log of at least `size` bytes; compressed when its name ends in .gz."""
    opened = gzip.open if path.suffix == ".gz" else open
    written = 0
    with opened(path, "wt", encoding="utf-8", newline="\n") as file:
        for text in lines(seed):
            if written >= size:
                break
            written += file.write(text + "\n")


def main() -> None:
    """Read the arguments and write the log they ask for."""
    parser = argparse.ArgumentParser(prog="make_log", description="Write a log to try things with.")
    parser.add_argument("path", type=Path, help="where to write; .gz compresses")
    parser.add_argument("--megabytes", type=float, default=10, help="how big (10)")
    parser.add_argument("--seed", type=int, default=1, help="another number, another log (1)")
    wanted = parser.parse_args()
    write_log(wanted.path, int(wanted.megabytes * 1_000_000), wanted.seed)


if __name__ == "__main__":
    main()
