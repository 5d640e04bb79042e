import pytest

from off_by_one_invoice import invoice, invoice_days


def test_the_first_and_the_last_day_both_count():
    assert invoice_days(62, 64) == 3


def test_a_stay_within_one_day_is_one_day():
    assert invoice_days(62, 62) == 1


def test_a_whole_year_has_all_its_days():
    assert invoice_days(1, 365) == 365


def test_a_stay_that_ends_before_it_begins_is_an_error():
    with pytest.raises(ValueError):
        invoice_days(5, 4)
    with pytest.raises(ValueError):
        invoice([{"from": 5, "to": 4, "rate": 120}])


def test_the_invoice_charges_every_day():
    assert invoice([{"from": 62, "to": 64, "rate": 120}]) == 360


def test_the_invoice_adds_up_several_stays():
    stays = [{"from": 62, "to": 62, "rate": 120}, {"from": 1, "to": 10, "rate": 100}]
    assert invoice(stays) == 1120


def test_no_stays_cost_nothing():
    assert invoice([]) == 0
