"""The zones of all postcodes, as the carrier delivers them. Belongs to another team."""

reads = 0
walks = 0


class Table(dict):
    """Zones by postcode; `walks` counts how often somebody goes through all of them."""

    def _walked(self, those):
        global walks
        walks += 1
        return those

    def __iter__(self):
        return self._walked(super().__iter__())

    def keys(self):
        return self._walked(super().keys())

    def values(self):
        return self._walked(super().values())

    def items(self):
        return self._walked(super().items())


def load():
    """Read the carrier's list anew; each time is counted in `reads`."""
    global reads
    reads += 1
    return Table({f"{number:05}": f"Z{number % 7}" for number in range(10_000, 13_000)})
