import json
import sys
from datetime import date, timedelta


def stop(text):
    print(text)
    sys.exit(1)


words = sys.argv[1:]
day = date.today()
if "--on" in words:
    at = words.index("--on")
    try:
        day = date.fromisoformat(words[at + 1])
    except (ValueError, IndexError):
        stop("That is no day. Write it like 2026-03-07.")
    del words[at : at + 2]
if not words or words[0] not in ("done", "undo", "list", "show"):
    stop("Say done, undo, list or show.")
command = words[0]
if command in ("done", "undo") and len(words) != 2:
    stop("Say which habit.")

entries = []
try:
    with open("habits.json", encoding="utf-8") as file:
        entries = [tuple(entry) for entry in json.load(file)]
except FileNotFoundError:
    pass
except json.JSONDecodeError:
    stop("I cannot read habits.json.")

if command == "done":
    if (words[1], str(day)) not in entries:
        entries.append((words[1], str(day)))
    print(words[1], "is noted")
if command == "undo":
    if (words[1], str(day)) not in entries:
        stop("You have not done that.")
    entries.remove((words[1], str(day)))
    print(words[1], "is taken back")
if command in ("done", "undo"):
    with open("habits.json", "w", encoding="utf-8") as file:
        json.dump(entries, file)

for habit in sorted({name for name, _ in entries}):
    days = [text for name, text in entries if name == habit]
    if command == "list":
        print(habit, "on", len(days), "days")
    if command == "show":
        week = ""
        for back in [6, 5, 4, 3, 2, 1, 0]:
            week += "#" if str(day - timedelta(days=back)) in days else "."
        row = 0
        back = 0 if str(day) in days else 1
        while str(day - timedelta(days=back + row)) in days:
            row += 1
        print(habit, week, "in a row:", row)
