import argparse
import sys


def low_stock(lines, below):
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(",")]
        if number == 1 and not parts[-1].isdigit():
            continue
        try:
            sku, count = parts
            count = int(count)
        except ValueError:
            raise ValueError(f"line {number}: not sku,count") from None
        if not sku:
            raise ValueError(f"line {number}: not sku,count")
        if count < below:
            found.append((sku, count))
    return found


def main(arguments=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--below", type=int, default=5)
    options = parser.parse_args(arguments)
    try:
        if options.file is None:
            low = low_stock(sys.stdin, options.below)
        else:
            with open(options.file, encoding="utf-8") as lines:
                low = low_stock(lines, options.below)
    except (OSError, UnicodeDecodeError):
        print(f"cannot read {options.file}", file=sys.stderr)
        return 2
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    for sku, count in low:
        print(sku, count, sep="\t")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
