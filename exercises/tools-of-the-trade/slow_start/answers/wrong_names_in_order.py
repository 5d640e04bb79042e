import sys

from data import archive

VERSION = "2.3"
_zones = None


def zone(postcode):
    global _zones
    if _zones is None:
        _zones = archive.load()
    return _zones.get(postcode, "?")


def label(name, postcode):
    return f"{zone(postcode)} {name}, {postcode}"


def main(arguments):
    if arguments == ["--version"]:
        print(VERSION)
        return 0
    parcels = [argument.split("=") for argument in arguments]
    for name, postcode in sorted(parcels, key=lambda parcel: (zone(parcel[1]), parcel[0])):
        print(label(name, postcode))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
