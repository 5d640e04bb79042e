import argparse
import sys
from pathlib import Path


def parse(number, line):
    sku, comma, count = line.partition(",")
    if not sku.strip() or not count.strip().isdigit():
        raise ValueError(f"line {number}: {line.strip()!r} should be sku,count")
    return sku.strip(), int(count)


def low_stock(lines, below):
    rows = [parse(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return [row for row in rows if row[1] < below]


def fail(message):
    print(message, file=sys.stderr)
    return 2


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="stock_cli")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--below", type=int, default=5)
    options = parser.parse_args(arguments)
    try:
        text = "".join(path.read_text("utf-8") for path in options.files) or sys.stdin.read()
        low = low_stock(text.splitlines(), options.below)
    except OSError as error:
        return fail(f"{error.filename}: {error.strerror}")
    except ValueError as error:
        return fail(error)
    for row in low:
        print(*row, sep="\t")
    return min(len(low), 1)


if __name__ == "__main__":
    raise SystemExit(main())
