from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Address:
    street: str
    postcode: str
    town: str
    country: str = "Portugal"

    def __post_init__(self):
        if not (self.street.strip() and self.postcode.strip() and self.town.strip()):
            raise ValueError("something is missing in this address")

    @staticmethod
    def from_text(text):
        fields = map(str.strip, text.split(";"))
        return Address(*fields)


@dataclass
class AddressBook:
    owner: str
    entries: dict | None = None

    def __post_init__(self):
        if self.entries is None:
            self.entries = {}

    def add(self, name, address):
        self.entries[name] = address

    def find(self, name):
        try:
            return self.entries[name]
        except KeyError:
            return None

    def moved(self, name, **changes):
        fields = asdict(self.entries[name])
        fields.update(changes)
        self.add(name, Address(**fields))
