import csv
import os
from collections import defaultdict
from datetime import datetime

while True:
    name = input("File: ")
    try:
        file = open(name, encoding="utf-8", newline="")
        break
    except FileNotFoundError:
        print("Sorry, I can't find that file.")

categories = defaultdict(int)
months = defaultdict(int)
bad = []
with file:
    for number, row in enumerate(csv.DictReader(file), 2):
        try:
            datetime.strptime(row["date"], "%Y-%m-%d")
            cents = int(round(float(row["amount"]) * 100))
            category = row["category"].strip()
        except (ValueError, TypeError, AttributeError) as error:
            bad.append((number, str(error)))
            continue
        if category == "":
            bad.append((number, "category is empty"))
            continue
        categories[category] += cents
        months[row["date"][:7]] += cents

for category, cents in sorted(categories.items(), key=lambda pair: -pair[1]):
    print(category.ljust(15, "."), "%.2f EUR" % (cents / 100))
print("TOTAL:", "%.2f EUR" % (sum(categories.values()) / 100))
for month, cents in sorted(months.items()):
    print("%s |%s| %.2f" % (month, "#" * max(0, cents // 1000), cents / 100))

list_name = os.path.join(os.path.dirname(name), "bad_lines.txt")
if os.path.exists(list_name):
    os.remove(list_name)
if bad:
    with open(list_name, "w", encoding="utf-8") as out:
        for number, words in bad:
            out.write(f"{number}: {words}\n")
    print("Bad lines:", len(bad))
