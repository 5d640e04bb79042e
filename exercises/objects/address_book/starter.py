from dataclasses import dataclass, field, replace


class Address:
    """Where somebody lives; it never changes."""


class AddressBook:
    """The addresses of the people somebody knows."""
