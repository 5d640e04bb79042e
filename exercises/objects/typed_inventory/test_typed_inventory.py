from collections.abc import Collection, Iterable, Sequence
from typing import get_args, get_origin, get_type_hints

import pytest
from typed_inventory import Inventory, merged


def shape(hint):
    """A hint in a form in which `List[str]` and `list[str]` are the same."""
    parts = tuple(shape(part) for part in get_args(hint))
    if type(None) in get_args(hint):
        return frozenset(parts)
    return (get_origin(hint) or hint, *parts)


def hints(function):
    """The hints of a function: a shape for each name."""
    return {name: shape(hint) for name, hint in get_type_hints(function).items()}


def inventory_with(**counts):
    """An inventory with these counts."""
    inventory = Inventory()
    for sku, count in counts.items():
        inventory.add(sku, count)
    return inventory


def test_what_was_added_is_in_stock():
    assert inventory_with(TEA=3).stock("TEA") == 3


def test_adding_again_adds_up():
    inventory = inventory_with(TEA=3)
    inventory.add("TEA", 2)
    assert inventory.stock("TEA") == 5


def test_there_are_none_of_what_was_never_added():
    assert inventory_with(TEA=3).stock("MUG") == 0


def test_asking_for_the_stock_adds_no_sku():
    inventory = inventory_with(TEA=3)
    inventory.stock("MUG")
    assert inventory.skus() == ["TEA"]


@pytest.mark.parametrize("count", [0, -1])
def test_fewer_than_one_cannot_be_added(count):
    inventory = Inventory()
    with pytest.raises(ValueError):
        inventory.add("TEA", count)
    assert inventory.skus() == []


def test_one_can_be_added():
    assert inventory_with(TEA=1).stock("TEA") == 1


def test_skus_are_in_the_order_of_the_alphabet():
    assert inventory_with(TEA=3, CUP=1, MUG=2).skus() == ["CUP", "MUG", "TEA"]


def test_an_empty_inventory_has_no_skus():
    assert Inventory().skus() == []


def test_the_scarcest_has_the_smallest_stock():
    assert inventory_with(TEA=3, MUG=2, CUP=5).scarcest() == "MUG"


def test_of_several_the_scarcest_is_the_first_in_the_alphabet():
    assert inventory_with(TEA=2, MUG=2, CUP=5).scarcest() == "MUG"


def test_what_was_scarcest_may_get_more():
    inventory = inventory_with(TEA=3, MUG=2)
    assert inventory.scarcest() == "MUG"
    inventory.add("MUG", 5)
    assert inventory.scarcest() == "TEA"


def test_nothing_is_scarcest_in_an_empty_inventory():
    assert Inventory().scarcest() is None


def test_two_inventories_share_nothing():
    inventory_with(TEA=3)
    assert Inventory().stock("TEA") == 0


def test_merged_has_everything():
    both = merged([inventory_with(TEA=3, MUG=1), inventory_with(TEA=2)])
    assert (both.stock("TEA"), both.stock("MUG")) == (5, 1)


def test_merged_leaves_the_others_as_they_are():
    first, second = inventory_with(TEA=3), inventory_with(TEA=2)
    merged([first, second])
    assert (first.stock("TEA"), second.stock("TEA")) == (3, 2)


def test_merging_one_gives_a_new_inventory():
    first = inventory_with(TEA=3)
    assert merged([first]) is not first


def test_merging_nothing_gives_an_empty_inventory():
    assert merged([]).skus() == []


def test_add_says_what_it_takes_and_that_nothing_comes_back():
    assert get_type_hints(Inventory.add) == {"sku": str, "count": int, "return": type(None)}


def test_stock_says_what_it_takes_and_returns():
    assert get_type_hints(Inventory.stock) == {"sku": str, "return": int}


def test_skus_says_what_is_in_its_list():
    assert hints(Inventory.skus) == {"return": shape(list[str])}


def test_scarcest_says_that_there_may_be_nothing():
    assert hints(Inventory.scarcest) == {"return": shape(str | None)}


def test_merged_says_what_it_takes_and_returns():
    said = hints(merged)
    kinds = (list, Sequence, Collection, Iterable)
    assert said.pop("inventories") in [shape(kind[Inventory]) for kind in kinds]
    assert said == {"return": shape(Inventory)}


def test_add_returns_nothing():
    inventory = Inventory()
    assert inventory.add("TEA", 3) is None


def test_twenty_skus_are_all_listed():
    skus = [f"SKU{number:02}" for number in range(20)]
    assert inventory_with(**dict.fromkeys(skus, 1)).skus() == skus
