"""The list is read once, when it is needed. For each label your code then goes through all of it, until it meets the
postcode. A dictionary finds a key without walking."""

import sys
from functools import cache

from data import archive

VERSION = "2.3"


@cache
def zones():
    """Return the carrier's list; it is read when it is first asked for."""
    return archive.load()


def zone(postcode):
    """Return the zone of a postcode, or `?` for one that the carrier does not know."""
    for known, name in zones().items():
        if known == postcode:
            return name
    return "?"


def label(name, postcode):
    """Return the line that is printed for one parcel."""
    return f"{zone(postcode)} {name}, {postcode}"


def main(arguments):
    """Print a label for each `NAME=POSTCODE`, zone by zone; return the exit status."""
    if arguments == ["--version"]:
        print(VERSION)
        return 0
    parcels = [argument.split("=") for argument in arguments]
    for name, postcode in sorted(parcels, key=lambda parcel: zone(parcel[1])):
        print(label(name, postcode))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
