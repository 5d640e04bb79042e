"""All books share their entries: the dictionary is made once, when Python reads the class, and not
for each book. Give `entries` an annotation, so that it is a field, and say how a fresh one is
made."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Address:
    street: str
    postcode: str
    town: str
    country: str = "Portugal"

    def __post_init__(self):
        for part in (self.street, self.postcode, self.town):
            if not part.strip():
                raise ValueError("street, postcode and town are needed")

    @classmethod
    def from_text(cls, text):
        parts = [part.strip() for part in text.split(";")]
        return cls(*parts)


@dataclass
class AddressBook:
    owner: str
    entries = {}

    def add(self, name, address):
        self.entries[name] = address

    def find(self, name):
        return self.entries.get(name)

    def moved(self, name, **changes):
        self.entries[name] = replace(self.entries[name], **changes)
