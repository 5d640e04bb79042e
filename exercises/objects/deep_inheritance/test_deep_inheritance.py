import pytest
from deep_inheritance import quote


@pytest.mark.parametrize(
    ("options", "cost"),
    [
        ([], 570),
        (["express"], 1070),
        (["insured"], 1020),
        (["fragile"], 720),
        (["express", "insured"], 1520),
        (["express", "fragile"], 1220),
        (["insured", "fragile"], 1170),
        (["express", "insured", "fragile"], 1670),
    ],
)
def test_every_mix_of_options_has_its_cost(options, cost):
    assert quote(800, 45000, options)["cost"] == cost


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ([], ["800 g"]),
        (["express"], ["800 g", "EXPRESS"]),
        (["insured"], ["800 g", "INSURED 450.00"]),
        (["fragile"], ["800 g", "FRAGILE"]),
        (["express", "insured"], ["800 g", "EXPRESS", "INSURED 450.00"]),
        (["express", "fragile"], ["800 g", "EXPRESS", "FRAGILE"]),
        (["insured", "fragile"], ["800 g", "INSURED 450.00", "FRAGILE"]),
        (["express", "insured", "fragile"], ["800 g", "EXPRESS", "INSURED 450.00", "FRAGILE"]),
    ],
)
def test_every_mix_of_options_has_its_lines(options, lines):
    assert quote(800, 45000, options)["lines"] == lines


def test_the_order_of_the_options_does_not_matter():
    assert quote(800, 45000, ["fragile", "express"])["lines"] == ["800 g", "EXPRESS", "FRAGILE"]


def test_the_weight_counts_in_whole_cents_for_ten_grams():
    assert quote(19, 0, [])["cost"] == 491
    assert quote(0, 0, [])["cost"] == 490


def test_insurance_costs_2_00_at_least():
    assert quote(0, 100, ["insured"])["cost"] == 690
    assert quote(0, 20199, ["insured"])["cost"] == 691


def test_the_insured_value_keeps_its_zero():
    assert quote(0, 1205, ["insured"])["lines"] == ["0 g", "INSURED 12.05"]


def test_an_unknown_option_is_an_error():
    with pytest.raises(ValueError, match="there is no option gull"):
        quote(800, 45000, ["express", "gull"])


def test_two_quotes_do_not_share_their_lines():
    quote(800, 0, ["express"])["lines"].append("LOST")
    assert quote(800, 0, ["express"])["lines"] == ["800 g", "EXPRESS"]


def test_an_option_that_is_named_twice_counts_once():
    twice = quote(800, 45000, ["express", "express"])
    assert twice == {"cost": 1070, "lines": ["800 g", "EXPRESS"]}


def test_a_quote_stays_as_it_is_when_the_next_is_made():
    first = quote(800, 0, ["express"])
    quote(1200, 0, ["fragile"])
    assert first == {"cost": 1070, "lines": ["800 g", "EXPRESS"]}
