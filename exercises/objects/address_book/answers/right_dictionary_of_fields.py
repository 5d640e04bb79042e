import dataclasses


@dataclasses.dataclass(frozen=True)
class Address:
    street: str
    postcode: str
    town: str
    country: str = "Portugal"

    def __post_init__(self):
        for name in ["street", "postcode", "town"]:
            if getattr(self, name).strip() == "":
                raise ValueError(f"an address needs a {name}")

    @classmethod
    def from_text(cls, text):
        street, postcode, town, *rest = text.split(";")
        if rest:
            return cls(street.strip(), postcode.strip(), town.strip(), rest[0].strip())
        return cls(street.strip(), postcode.strip(), town.strip())


@dataclasses.dataclass
class AddressBook:
    owner: str
    entries: dict[str, Address] = dataclasses.field(default_factory=lambda: {})

    def add(self, name, address):
        self.entries.update({name: address})

    def find(self, name):
        if name in self.entries:
            return self.entries[name]
        return None

    def moved(self, name, **changes):
        if name not in self.entries:
            raise KeyError(name)
        old = self.entries[name]
        fields = {
            "street": old.street,
            "postcode": old.postcode,
            "town": old.town,
            "country": old.country,
        }
        self.entries[name] = Address(**(fields | changes))
