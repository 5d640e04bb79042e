from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Address:
    street: str
    postcode: str
    town: str
    country: str = "Portugal"

    def __post_init__(self):
        for part in ("street", "postcode", "town"):
            if not getattr(self, part).strip():
                raise ValueError(f"the {part} is empty")

    @classmethod
    def from_text(cls, text):
        return cls(*[part.strip() for part in text.split(";")])


@dataclass
class AddressBook:
    owner: str
    entries: dict = field(default_factory=dict)

    def add(self, name, address):
        self.entries.setdefault(name, address)

    def find(self, name):
        return self.entries.get(name)

    def moved(self, name, **changes):
        self.entries[name] = replace(self.entries[name], **changes)
