from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Address:
    """Where somebody lives; it never changes."""

    street: str
    postcode: str
    town: str
    country: str = "Portugal"

    def __post_init__(self):
        for part in (self.street, self.postcode, self.town):
            if not part or not self.postcode.strip():
                raise ValueError("street, postcode and town are needed")

    @classmethod
    def from_text(cls, text):
        """Make an address from parts with semicolons between them."""
        parts = [part.strip() for part in text.split(";")]
        return cls(*parts)


@dataclass
class AddressBook:
    """The addresses of the people somebody knows."""

    owner: str
    entries: dict = field(default_factory=dict)

    def add(self, name, address):
        """Store the address under a name."""
        self.entries[name] = address

    def find(self, name):
        """Return the address under a name, or None."""
        return self.entries.get(name)

    def moved(self, name, **changes):
        """Store a new address with some fields changed; KeyError where there is none."""
        self.entries[name] = replace(self.entries[name], **changes)
