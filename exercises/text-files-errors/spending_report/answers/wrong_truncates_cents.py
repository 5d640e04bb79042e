import csv
from datetime import date
from pathlib import Path


def ask_for_file():
    """Ask for the name of a file until there is such a file; return its path."""
    while True:
        path = Path(input("Which file? "))
        if path.is_file():
            return path
        print(f"There is no file called {path.name}.")


def read_purchase(row):
    """Return the month, the category and the cents of a row. Raises ValueError."""
    if None in row.values():
        raise ValueError("a value is missing")
    month = date.fromisoformat(row["date"]).isoformat()[:7]
    if not row["category"].strip():
        raise ValueError("there is no category")
    return month, row["category"].strip(), int(float(row["amount"]) * 100)


def read_file(path):
    """Return the purchases of a file, and a list of what is wrong in it."""
    purchases = []
    bad = []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                purchases.append(read_purchase(row))
            except ValueError as error:
                bad.append(f"{reader.line_num}: {error}")
    return purchases, bad


def add_up(pairs):
    """Return the sum of the cents for each name."""
    totals = {}
    for name, cents in pairs:
        totals[name] = totals.get(name, 0) + cents
    return totals


def print_report(purchases):
    """Print categories from the most expensive one, the total, and a bar for each month."""
    categories = add_up([(category, cents) for _, category, cents in purchases])
    for name in sorted(categories, key=categories.get, reverse=True):
        print(f"{name:12} {categories[name] / 100:8.2f}")
    print(f"{'total':12} {sum(categories.values()) / 100:8.2f}")
    months = add_up([(month, cents) for month, _, cents in purchases])
    for month in sorted(months):
        print(month, "#" * (months[month] // 1000), f"{months[month] / 100:.2f}")


def main():
    """Ask for a file, report on it, and list what could not be read."""
    path = ask_for_file()
    purchases, bad = read_file(path)
    print_report(purchases)
    bad_lines = path.with_name("bad_lines.txt")
    if bad:
        bad_lines.write_text("\n".join(bad) + "\n", encoding="utf-8")
        print(f"{len(bad)} bad, see {bad_lines.name}")
    elif bad_lines.exists():
        bad_lines.unlink()


main()
