import re

from monthly_top import ask, monthly_top_sql

MARCH, LATE_MARCH, APRIL = "2026-03-01", "2026-03-31", "2026-04-01"


def top(*lines):
    """The rows that the query gives for these lines: day, SKU, count, cents a piece."""
    return ask(monthly_top_sql(), lines)


def test_a_single_line():
    assert top((MARCH, "TEA", 2, 450)) == [("2026-03", 1, "TEA", 900)]


def test_the_lines_of_a_product_are_added_up():
    lines = [(MARCH, "TEA", 1, 450), (LATE_MARCH, "TEA", 2, 400), (MARCH, "MUG", 1, 990)]
    assert top(*lines) == [("2026-03", 1, "TEA", 1250), ("2026-03", 2, "MUG", 990)]


def test_only_the_best_two_are_shown():
    lines = [(MARCH, "TEA", 1, 450), (MARCH, "MUG", 1, 990), (MARCH, "BAG", 1, 5)]
    assert [row[2] for row in top(*lines)] == ["MUG", "TEA"]


def test_each_month_has_its_own_places():
    lines = [(APRIL, "BAG", 1, 5), (MARCH, "TEA", 1, 450), (MARCH, "MUG", 1, 990)]
    assert top(*lines) == [
        ("2026-03", 1, "MUG", 990),
        ("2026-03", 2, "TEA", 450),
        ("2026-04", 1, "BAG", 5),
    ]


def test_the_same_month_of_another_year_is_another_month():
    lines = [("2025-03-01", "TEA", 1, 450), (MARCH, "TEA", 1, 500)]
    assert top(*lines) == [("2025-03", 1, "TEA", 450), ("2026-03", 1, "TEA", 500)]


def test_of_equals_the_first_in_the_alphabet_comes_first():
    lines = [(MARCH, "C", 1, 100), (MARCH, "B", 1, 100), (MARCH, "A", 2, 50)]
    assert top(*lines) == [("2026-03", 1, "A", 100), ("2026-03", 2, "B", 100)]


def test_skus_are_sorted_as_text_whatever_their_length():
    lines = [(MARCH, "B", 1, 100), (MARCH, "ABC", 1, 100), (MARCH, "C", 1, 100)]
    assert top(*lines) == [("2026-03", 1, "ABC", 100), ("2026-03", 2, "B", 100)]


def test_two_lines_that_are_the_same_both_count():
    assert top((MARCH, "TEA", 1, 450), (MARCH, "TEA", 1, 450)) == [("2026-03", 1, "TEA", 900)]


def test_pieces_count_and_not_lines():
    lines = [(MARCH, "TEA", 1, 10), (MARCH, "TEA", 1, 10), (MARCH, "MUG", 9, 10)]
    assert [row[2] for row in top(*lines)] == ["MUG", "TEA"]


def test_a_product_that_was_free_has_its_place():
    lines = [(MARCH, "BAG", 3, 0), (APRIL, "TEA", 1, 450), (APRIL, "BAG", 1, 0)]
    assert top(*lines) == [
        ("2026-03", 1, "BAG", 0),
        ("2026-04", 1, "TEA", 450),
        ("2026-04", 2, "BAG", 0),
    ]


def test_an_sku_in_other_letters_is_another_product():
    lines = [(MARCH, "TEA", 1, 450), (MARCH, "tea", 1, 400)]
    assert top(*lines) == [("2026-03", 1, "TEA", 450), ("2026-03", 2, "tea", 400)]


def test_many_months_are_all_shown():
    lines = [(f"{year}-{month:02}-01", "TEA", 1, 5) for year in range(2000, 2020) for month in range(1, 13)]
    assert len(top(*lines)) == 240


def test_the_query_itself_says_in_which_order_the_rows_come():
    query, rest = None, monthly_top_sql()
    while query != rest:  # what is in parentheses sorts for itself
        query, rest = rest, re.sub(r"\([^()]*\)", "", rest)
    assert re.search(r"\bORDER\s+BY\b", query, re.IGNORECASE)


def test_without_lines_there_are_no_rows():
    assert top() == []


def test_turnover_stays_in_whole_cents():
    assert str(top((MARCH, "TEA", 2, 450))[0][3]) == "900"
