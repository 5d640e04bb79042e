import argparse
import csv
import sys
from contextlib import ExitStack


def low_stock(lines, below):
    rows = []
    for number, row in enumerate(csv.reader(list(lines), skipinitialspace=True), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        try:
            sku, count = cells
            count = int(count)
        except ValueError:
            raise ValueError(f"bad stock on line {number}: {row}") from None
        if not sku:
            raise ValueError(f"no product on line {number}")
        rows.append((sku, count))
    return [(sku, count) for sku, count in rows if count < below]


def main(arguments=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--below", type=int, default=5, metavar="N")
    parser.add_argument("file", nargs="?", default="-")
    given = parser.parse_args(arguments)
    with ExitStack() as stack:
        try:
            source = sys.stdin
            if given.file != "-":
                source = stack.enter_context(open(given.file, encoding="utf-8"))
            low = low_stock(source, given.below)
        except OSError as error:
            print(f"cannot read {given.file}: {error.strerror}", file=sys.stderr)
            return 2
        except ValueError as error:
            sys.stderr.write(f"{given.file}: {error}\n")
            return 2
    sys.stdout.writelines(f"{sku}\t{count}\n" for sku, count in low)
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
