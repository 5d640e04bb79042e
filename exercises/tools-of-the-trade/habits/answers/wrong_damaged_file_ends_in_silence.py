import argparse
import json
import sys
from datetime import date, timedelta
from pathlib import Path

FILE = Path("habits.json")


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("done", "undo", "list", "show"):
        command = commands.add_parser(name)
        if name in ("done", "undo"):
            command.add_argument("name")
        command.add_argument("--on", type=date.fromisoformat, default=date.today())
    options = parser.parse_args()
    try:
        habits = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    except ValueError:
        return 1
    day = options.on.isoformat()
    if options.command == "done":
        habits[options.name] = sorted({*habits.get(options.name, []), day})
        save(habits)
        print(f"{options.name}: noted for {day}")
    elif options.command == "undo":
        if day not in habits.get(options.name, []):
            print(f"{options.name} was not done on {day}", file=sys.stderr)
            return 1
        habits[options.name].remove(day)
        if not habits[options.name]:
            del habits[options.name]
        save(habits)
        print(f"{options.name}: taken back for {day}")
    elif options.command == "list":
        for name in sorted(habits):
            print(f"{name}  {len(habits[name])}")
    else:
        for name in sorted(habits):
            print(f"{name}  {week(habits[name], options.on)}  {streak(habits[name], options.on)}")
    return 0


def save(habits):
    FILE.write_text(json.dumps(habits), encoding="utf-8")


def week(days, last):
    wanted = [last - timedelta(days=back) for back in range(6, -1, -1)]
    return "".join("#" if day.isoformat() in days else "." for day in wanted)


def streak(days, day):
    if day.isoformat() not in days:
        day -= timedelta(days=1)
    count = 0
    while day.isoformat() in days:
        count += 1
        day -= timedelta(days=1)
    return count


if __name__ == "__main__":
    sys.exit(main())
