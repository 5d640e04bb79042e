import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from promotion_report import Promotion, promotion_report


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def promotion(code, minimum=0, paid=(), unpaid=()):
    made = Promotion.objects.create(code=code, minimum=minimum)
    for cents in paid:
        made.orders.create(cents=cents, paid=True)
    for cents in unpaid:
        made.orders.create(cents=cents, paid=False)


def test_counts_orders_and_adds_up_their_cents():
    promotion("SPRING", paid=[2400, 3000])
    assert promotion_report() == [("SPRING", 2, 5400)]


def test_no_promotions_give_an_empty_list():
    assert promotion_report() == []


def test_each_promotion_has_its_own_orders():
    promotion("SPRING", paid=[2400, 3000])
    promotion("TEA", paid=[900])
    assert promotion_report() == [("SPRING", 2, 5400), ("TEA", 1, 900)]


def test_orders_that_are_not_paid_do_not_count():
    promotion("SPRING", paid=[2400], unpaid=[3000])
    assert promotion_report() == [("SPRING", 1, 2400)]


def test_orders_under_the_minimum_do_not_count():
    promotion("SPRING", minimum=2500, paid=[2499, 3000])
    assert promotion_report() == [("SPRING", 1, 3000)]


def test_an_order_of_exactly_the_minimum_counts():
    promotion("SPRING", minimum=2500, paid=[2500])
    assert promotion_report() == [("SPRING", 1, 2500)]


def test_each_promotion_has_its_own_minimum():
    promotion("SPRING", minimum=2500, paid=[1000])
    promotion("TEA", minimum=500, paid=[1000])
    assert promotion_report() == [("TEA", 1, 1000), ("SPRING", 0, 0)]


def test_a_promotion_nobody_used_is_there_with_zeros():
    promotion("MUGS")
    assert repr(promotion_report()) == "[('MUGS', 0, 0)]"


def test_an_order_of_0_cents_counts_without_a_minimum():
    promotion("GIFT", minimum=0, paid=[0, 0])
    assert promotion_report() == [("GIFT", 2, 0)]


def test_a_very_large_order_counts():
    promotion("SPRING", paid=[3_000_000])
    assert promotion_report() == [("SPRING", 1, 3_000_000)]


def test_a_promotion_whose_orders_do_not_count_is_there_with_zeros():
    promotion("MUGS", unpaid=[700])
    assert promotion_report() == [("MUGS", 0, 0)]


def test_most_cents_come_first():
    promotion("A", paid=[100])
    promotion("B", paid=[300])
    promotion("C", paid=[200])
    assert [code for code, _, _ in promotion_report()] == ["B", "C", "A"]


def test_many_small_orders_are_not_most_cents():
    promotion("A", paid=[100, 100])
    promotion("B", paid=[300])
    assert promotion_report() == [("B", 1, 300), ("A", 2, 200)]


def test_equal_cents_come_by_code():
    promotion("TEA", paid=[200, 100])
    promotion("CUPS", paid=[300])
    promotion("MUGS", paid=[300])
    promotion("BOWL", paid=[100, 200])
    assert [code for code, _, _ in promotion_report()] == ["BOWL", "CUPS", "MUGS", "TEA"]


def test_a_promotion_with_free_orders_and_one_without_orders_are_equals():
    promotion("TEA", paid=[0])
    promotion("MUGS")
    assert promotion_report() == [("MUGS", 0, 0), ("TEA", 1, 0)]


def test_takes_one_query_for_all_promotions():
    for code in ("A", "B", "C"):
        promotion(code, paid=[100])
    with CaptureQueriesContext(connection) as seen:
        promotion_report()
    assert len(seen) == 1
    assert "SUM(" in seen[0]["sql"].upper()


def test_two_promotions_with_the_same_code_stay_apart():
    promotion("SPRING", paid=[2400])
    promotion("SPRING", paid=[900])
    assert promotion_report() == [("SPRING", 1, 2400), ("SPRING", 1, 900)]


def test_a_long_report_is_whole():
    codes = [f"SPRING{number:02}" for number in range(60)]
    Promotion.objects.bulk_create(Promotion(code=code, minimum=0) for code in codes)
    assert promotion_report() == [(code, 0, 0) for code in codes]
