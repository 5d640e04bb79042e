"""What messages have in common: fields, defaults, equality, and that they do not change."""

from __future__ import annotations

import pytest

from course.worker.message import Message, message


@message
class Parcel(Message):
    """A message with a field that has to be given and one that has not."""

    to: str
    grams: int = 0


def test_fields_are_given_in_order_or_by_name() -> None:
    assert Parcel("Mei", 450) == Parcel(grams=450, to="Mei")
    assert vars(Parcel("Mei")) == {"to": "Mei", "grams": 0}
    assert repr(Parcel("Mei")) == "Parcel('Mei', 0)"
    assert hash(Parcel("Mei")) == hash(Parcel("Mei", 0)) != hash(Parcel("Jonas"))
    match Parcel("Mei", 3):
        case Parcel(to, grams):
            assert (to, grams) == ("Mei", 3)


@pytest.mark.parametrize(("values", "named"), [((), {}), (("a", 1, 2), {}), (("a",), {"more": 1})])
def test_other_fields_are_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Parcel has to, grams"):
        Parcel(*values, **named)  # type: ignore[arg-type, call-arg, misc]


def test_a_message_does_not_change() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        Parcel("Mei").grams = 3  # type: ignore[misc]
    assert Parcel("Mei") != "Mei"
