import argparse
import json
import sys
from datetime import date, timedelta
from pathlib import Path

FILE = Path("habits.json")
WEEK = 7


def read_options():
    """Return the arguments that the program was started with."""
    parser = argparse.ArgumentParser(description="Note what you did, and see your streaks.")
    parser.add_argument("command", choices=["done", "undo", "list", "show"])
    parser.add_argument("name", nargs="?", help="the habit, for done and undo")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), metavar="DAY")
    options = parser.parse_args()
    if options.command in ("done", "undo") and not options.name:
        parser.error(f"{options.command} needs the name of a habit")
    return options


def load():
    """Return the days of each habit, as strings such as 2026-03-07."""
    try:
        return json.loads(FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        sys.exit(f"{FILE} cannot be read. Repair it, or move it away.")


def save(habits):
    """Write the days of each habit to the file."""
    FILE.write_text(json.dumps(habits, indent=2), encoding="utf-8")


def note(habits, name, day):
    """Add a day to a habit; once is enough."""
    days = habits.setdefault(name, [])
    if day not in days:
        days.append(day)


def take_back(habits, name, day):
    """Remove a day from a habit; a habit without days goes, too."""
    if day not in habits.get(name, []):
        sys.exit(f"{name} was not done on {day}.")
    habits[name].remove(day)
    if not habits[name]:
        del habits[name]


def week(days, last):
    """Return the seven days up to `last`, the oldest first: # for done and . for not done."""
    past = [last - timedelta(days=back) for back in range(WEEK - 1, -1, -1)]
    return "".join("#" if str(day) in days else "." for day in past)


def streak(days, day):
    """Return how many days in a row were done up to that day, which may still be open."""
    count = 0
    while str(day) in days:
        count += 1
        day -= timedelta(days=1)
    return count


def main():
    """Do what was asked for."""
    options = read_options()
    habits = load()
    if options.command == "done":
        note(habits, options.name, str(options.on))
        save(habits)
        print(f"{options.name}: noted for {options.on}")
    elif options.command == "undo":
        take_back(habits, options.name, str(options.on))
        save(habits)
        print(f"{options.name}: taken back for {options.on}")
    for name, days in sorted(habits.items()):
        if options.command == "list":
            print(f"{name:15} {len(days)}")
        if options.command == "show":
            print(f"{name:15} {week(days, options.on)}  streak {streak(days, options.on)}")


main()
