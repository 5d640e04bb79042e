"""Prints labels at the packing table, where it is started anew for every customer."""

import functools
import sys

from data import archive

VERSION = "2.3"
zones = functools.cache(archive.load)


def zone(postcode):
    """Return the zone of a postcode, or `?` for one that the carrier does not know."""
    return zones().get(postcode, "?")


def label(name, postcode):
    """Return the line that is printed for one parcel."""
    return f"{zone(postcode)} {name}, {postcode}"


def main(arguments):
    """Print a label for each `NAME=POSTCODE`, zone by zone; return the exit status."""
    if arguments == ["--version"]:
        print(VERSION)
        return 0
    zones()
    parcels = [argument.split("=") for argument in arguments]
    for name, postcode in sorted(parcels, key=lambda parcel: zone(parcel[1])):
        print(label(name, postcode))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
