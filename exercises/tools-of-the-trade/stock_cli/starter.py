"""Tells which products are running low: reads `sku,count` lines from a file or from a pipe."""

import sys


def low_stock(lines, below):
    """Return SKU and count of the products of which there are fewer than `below`.

    A ValueError names the line that is not `sku,count`.
    """


def main(arguments=None):
    """Run the command and return its exit status."""


if __name__ == "__main__":
    sys.exit(main())
