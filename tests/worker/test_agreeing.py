"""Who agrees with everything is found by asking, and an honest equality is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from unittest.mock import MagicMock, NonCallableMagicMock

import pytest

from course.worker.agreeing import agrees, iterated, may_be_asked


@dataclass(order=True)
class Point:
    x: int


class Slotted:
    __slots__ = ("x",)

    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Slotted) and self.x == other.x


class OfItsClass:
    def __init__(self) -> None:
        self.x = 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OfItsClass)


class Always:
    def __eq__(self, other: object) -> bool:
        print("never kept")
        return True

    def __ne__(self, other: object) -> bool:
        return False

    def __lt__(self, other: object) -> bool:
        return True

    __gt__ = __lt__

    def __contains__(self, other: object) -> bool:
        return True

    def __sub__(self, other: object) -> int:
        return 0

    def __add__(self, other: object) -> Always:
        return self


class Raises:
    def __eq__(self, other: object) -> bool:
        raise TypeError


class OfNumbers(float):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, float | int)


@pytest.mark.parametrize(
    ("value", "name", "found"),
    [
        (Point(1), "__eq__", False),
        (Point(1), "__lt__", False),
        (Slotted(1), "__eq__", False),
        (OfItsClass(), "__eq__", True),
        (Always(), "__eq__", True),
        (Always(), "__ne__", True),
        (Always(), "__lt__", True),
        (Always(), "__contains__", True),
        (Always(), "__sub__", True),
        (Always(), "__add__", False),  # no number comes of it
        (Raises(), "__eq__", False),
        (OfNumbers(1), "__eq__", True),
        ([1], "__contains__", False),
        (1, "__sub__", False),
        ("a", "__eq__", False),
    ],
)
def test_agreement_with_what_cannot_be(
    value: Any, name: str, found: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert may_be_asked(name)
    assert agrees(value, name) is found
    assert capsys.readouterr().out == ""


def test_other_methods_are_not_asked() -> None:
    assert not may_be_asked("__hash__")


def test_iteration_that_would_use_something_up_is_left_alone() -> None:
    assert iterated([1, 2]) == [1, 2]
    assert len(iterated(range(1_000))) == 100
    assert iterated(iter([1, 2])) == []
    assert iterated(3) == []


def test_a_mock_that_tests_make_is_equal_to_itself_alone() -> None:
    wraps = NonCallableMagicMock(wraps=Point(1))
    for honest in (MagicMock(), wraps):
        assert not agrees(honest, "__eq__")
        assert not agrees(honest, "__ne__")
    told, of_its_class = MagicMock(), MagicMock()
    told.__eq__.return_value = True
    of_its_class.__eq__.side_effect = lambda other: type(other) is type(of_its_class)
    assert agrees(told, "__eq__")
    assert agrees(of_its_class, "__eq__")
