"""What an object of a model lacks: a field, or the way back of a foreign key."""

from __future__ import annotations

import ast
from types import SimpleNamespace

import pytest

from course.explaining.on_models import lacks_field

MODELS = """
class Customer(models.Model):
    name = models.CharField(max_length=80)

class Parcel(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
"""
BACK = (
    "The value is a `Customer`, and that has no `.parcels`. The `ForeignKey` on line 6 leads to "
    "it, and has no `related_name`: so the way back is called `.parcel_set`."
)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (MODELS, BACK),
        (MODELS.replace("Customer,", "'Customer',"), BACK),
        (
            MODELS.replace("PROTECT", "PROTECT, related_name='boxes'"),
            "The value is a `Customer`, and that model has no field `parcels`.",
        ),
        (MODELS.replace("models.Model", "object"), None),
    ],
)
def test_what_is_not_there(source: str, said: str | None) -> None:
    tree = ast.parse(source)
    customer = tree.body[0]
    assert isinstance(customer, ast.ClassDef)
    scene = SimpleNamespace(evidence=SimpleNamespace(tree=tree))
    reason = lacks_field(scene, customer, "parcels", "The value is a `Customer`")  # type: ignore[arg-type]
    assert (reason and reason.text) == said
