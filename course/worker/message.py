"""What a message is: a frozen dataclass whose methods are written once, for all of them.

`dataclasses` compiles them for every class, at every start: for the messages of `protocol` that
takes as long as a quarter of a check. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar, dataclass_transform

C = TypeVar("C")


class Message:
    """The base of all of them."""

    __match_args__: tuple[str, ...] = ()

    def __init__(self, *values: Any, **named: Any) -> None:
        kind, names = type(self), self.__match_args__
        defaults = {name: getattr(kind, name) for name in names if hasattr(kind, name)}
        defaults.update(zip(names, values, strict=False))
        defaults.update(named)
        if len(values) > len(names) or defaults.keys() != set(names):
            raise TypeError(f"{kind.__name__} has {', '.join(names)}")
        vars(self).update(defaults)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a message does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._values()}"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)


@dataclass_transform(frozen_default=True)
def message(kind: type[C]) -> type[C]:
    """Make a class below `Message` one, with a field for every annotation."""
    return dataclass(init=False, repr=False, eq=False)(kind)
