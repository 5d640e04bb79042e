"""Tells which products are running low: reads `sku,count` lines from a file or from a pipe."""

import argparse
import sys


def low_stock(lines, below):
    """Return SKU and count of the products of which there are fewer than `below`.

    A ValueError names the line that is not `sku,count`.
    """
    low = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        sku, _, count = (part.strip() for part in line.partition(","))
        if not sku or not count.isdecimal():
            raise ValueError(f"line {number} is not sku,count")
        if int(count) < below:
            low.append((sku, int(count)))
    return low


def main(arguments=None):
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--below", type=int, default=5)
    options = parser.parse_args(arguments)
    if options.file is None:
        low = low_stock(sys.stdin, options.below)
    else:
        try:
            with open(options.file, encoding="utf-8") as file:
                low = low_stock(file, options.below)
        except (OSError, ValueError) as error:
            print(f"stock_cli: {error}", file=sys.stderr)
            return 2
    for sku, count in low:
        print(f"{sku}\t{count}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
