import argparse
import datetime
import json
import os
import sys


def parse():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("done", "undo", "list", "show"):
        command = commands.add_parser(name)
        if name in ("done", "undo"):
            command.add_argument("habit")
        command.add_argument("--on", type=datetime.date.fromisoformat)
    options = parser.parse_args()
    options.on = options.on or datetime.date.today()
    return options


class Habits:
    def __init__(self, path):
        self.path = path
        self.days = {}
        if os.path.exists(path):
            with open(path) as file:
                for name, days in json.load(file).items():
                    self.days[name] = {datetime.date.fromisoformat(day) for day in days}

    def save(self):
        data = {name: sorted(map(str, days)) for name, days in self.days.items() if days}
        with open(self.path, "w") as file:
            json.dump(data, file)

    def streak(self, name, day):
        days = self.days[name]
        one = datetime.timedelta(1)
        while day not in days:
            day = day - one
            return self.streak(name, day) if day in days else 0
        return 1 + (self.streak(name, day - one) if day - one in days else 0)

    def week(self, name, day):
        return "".join(
            ".#"[day - datetime.timedelta(n) in self.days[name]] for n in reversed(range(7))
        )


def main():
    options = parse()
    try:
        habits = Habits("habits.json")
    except json.JSONDecodeError as error:
        print("habits.json is damaged:", error, file=sys.stderr)
        return 3
    if options.command == "done":
        habits.days.setdefault(options.habit, set()).add(options.on)
        habits.save()
        print("Well done:", options.habit)
    elif options.command == "undo":
        if options.on not in habits.days.get(options.habit, ()):
            print("It was not done.", file=sys.stderr)
            return 1
        habits.days[options.habit].remove(options.on)
        habits.save()
        print("Not done:", options.habit)
    elif options.command == "list":
        for name in sorted(habits.days):
            print(f"{len(habits.days[name]):3} x {name}")
    else:
        for name in sorted(habits.days):
            print(name, habits.week(name, options.on), habits.streak(name, options.on))
    return 0


if __name__ == "__main__":
    sys.exit(main())
