import operator

import pytest
from money import Money


def test_repr_is_the_code_that_makes_it():
    assert repr(Money(450, "EUR")) == "Money(450, 'EUR')"


def test_str_is_for_people():
    assert str(Money(450, "EUR")) == "4.50 EUR"


def test_str_keeps_the_zero_of_the_cents():
    assert str(Money(405, "USD")) == "4.05 USD"


def test_str_of_less_than_one_euro():
    assert str(Money(99, "EUR")) == "0.99 EUR"


def test_the_same_amount_in_the_same_currency_is_equal():
    assert (Money(450, "EUR") == Money(450, "EUR")) is True


def test_another_amount_is_not_equal():
    assert (Money(450, "EUR") == Money(451, "EUR")) is False


def test_another_currency_is_not_equal():
    assert (Money(450, "EUR") == Money(450, "USD")) is False


def test_a_number_is_not_equal_to_money():
    assert (Money(450, "EUR") == 450) is False


def test_equal_money_counts_once_in_a_set():
    assert len({Money(450, "EUR"), Money(450, "EUR"), Money(450, "USD")}) == 2


def test_money_can_be_a_key():
    names = {Money(450, "EUR"): "tea"}
    assert names[Money(450, "EUR")] == "tea"


def test_less_money_is_less():
    assert (Money(450, "EUR") < Money(990, "EUR")) is True
    assert (Money(450, "EUR") < Money(450, "EUR")) is False


def test_more_money_is_more():
    assert (Money(990, "EUR") > Money(450, "EUR")) is True
    assert (Money(450, "EUR") > Money(450, "EUR")) is False


def test_the_same_amount_is_at_most_and_at_least_the_same():
    assert (Money(450, "EUR") <= Money(450, "EUR")) is True
    assert (Money(450, "EUR") >= Money(450, "EUR")) is True
    assert (Money(451, "EUR") <= Money(450, "EUR")) is False
    assert (Money(450, "EUR") >= Money(451, "EUR")) is False
    assert (Money(450, "EUR") <= Money(451, "EUR")) is True


def test_money_can_be_sorted():
    prices = [Money(990, "EUR"), Money(90, "EUR"), Money(450, "EUR")]
    assert [price.cents for price in sorted(prices)] == [90, 450, 990]


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_two_currencies_cannot_be_compared(compare):
    with pytest.raises(ValueError, match="EUR and USD do not mix"):
        compare(Money(450, "EUR"), Money(990, "USD"))


def test_money_can_be_added():
    total = Money(450, "EUR") + Money(100, "EUR")
    assert (total.cents, total.currency) == (550, "EUR")
    assert type(total.cents) is int


def test_the_sum_is_in_the_currency_of_both():
    assert str(Money(450, "USD") + Money(100, "USD")) == "5.50 USD"


def test_adding_leaves_both_sides_as_they_are():
    tea, mug = Money(450, "EUR"), Money(990, "EUR")
    tea + mug
    assert (tea.cents, mug.cents) == (450, 990)


def test_two_currencies_cannot_be_added():
    with pytest.raises(ValueError, match="USD and EUR do not mix"):
        Money(450, "USD") + Money(100, "EUR")


def test_text_is_not_equal_to_money():
    assert (Money(450, "EUR") == "4.50 EUR") is False
    assert (Money(450, "EUR") == "Money(450, 'EUR')") is False


def test_str_of_much_money_has_no_commas():
    assert str(Money(1234567, "EUR")) == "12345.67 EUR"


def test_the_currency_stays_as_it_was_given():
    assert Money(450, "eur").currency == "eur"
    assert (Money(450, "eur") == Money(450, "EUR")) is False


def test_zero_cents_in_another_currency_cannot_be_added():
    with pytest.raises(ValueError, match="EUR and USD do not mix"):
        Money(450, "EUR") + Money(0, "USD")
