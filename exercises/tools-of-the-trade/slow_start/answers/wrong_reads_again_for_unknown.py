import sys
from functools import cache

from data import archive

VERSION = "2.3"


@cache
def zones():
    return archive.load()


def zone(postcode):
    if postcode not in zones():
        zones.cache_clear()
    return zones().get(postcode, "?")


def label(name, postcode):
    return f"{zone(postcode)} {name}, {postcode}"


def main(arguments):
    if arguments == ["--version"]:
        print(VERSION)
        return 0
    parcels = [argument.split("=") for argument in arguments]
    for name, postcode in sorted(parcels, key=lambda parcel: zone(parcel[1])):
        print(label(name, postcode))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
