from late_parcels_sql import ask, late_parcels_sql


def test_finds_the_late_parcel():
    parcels = [(1, "Oslo", "sent", 0), (2, "Lima", "sent", 4)]
    assert ask(late_parcels_sql(), parcels) == [(2, "Lima", 4)]


def test_one_day_is_late():
    assert ask(late_parcels_sql(), [(3, "Rome", "sent", 1)]) == [(3, "Rome", 1)]


def test_a_parcel_that_is_early_is_not_late():
    parcels = [(3, "Rome", "sent", -2), (4, "Oslo", "sent", 2)]
    assert ask(late_parcels_sql(), parcels) == [(4, "Oslo", 2)]


def test_leaves_out_what_was_delivered():
    assert ask(late_parcels_sql(), [(1, "Oslo", "delivered", 5)]) == []


def test_every_other_status_is_on_its_way():
    others = ("customs", "not delivered", "lost", "returned", "packed", "")
    parcels = [(number, "Lima", status, 3) for number, status in enumerate(others)]
    found = [one for one, _, _ in ask(late_parcels_sql(), parcels)]
    assert found == [0, 1, 2, 3, 4, 5]


def test_a_status_that_is_spelt_in_another_way_is_another_status():
    spelt = ("Delivered", " delivered", "delivered ", "delivered?")
    parcels = [(number, "Lima", status, 3) for number, status in enumerate(spelt)]
    assert [one for one, _, _ in ask(late_parcels_sql(), parcels)] == [0, 1, 2, 3]


def test_a_parcel_may_be_very_late():
    assert ask(late_parcels_sql(), [(3, "Rome", "sent", 4_000)]) == [(3, "Rome", 4_000)]


def test_a_city_may_have_several_late_parcels():
    parcels = [(1, "Oslo", "sent", 2), (2, "Oslo", "sent", 9)]
    assert ask(late_parcels_sql(), parcels) == [(2, "Oslo", 9), (1, "Oslo", 2)]


def test_a_long_list_is_whole():
    parcels = [(number, "Oslo", "sent", 1) for number in range(2_000)]
    assert len(ask(late_parcels_sql(), parcels)) == 2_000


def test_the_worst_comes_first():
    parcels = [(1, "Oslo", "sent", 2), (2, "Lima", "sent", 9), (3, "Rome", "sent", 4)]
    assert ask(late_parcels_sql(), parcels) == [
        (2, "Lima", 9),
        (3, "Rome", 4),
        (1, "Oslo", 2),
    ]


def test_days_are_compared_as_numbers():
    parcels = [(1, "Oslo", "sent", 9), (2, "Lima", "sent", 110), (3, "Rome", "sent", 12)]
    assert [days for _, _, days in ask(late_parcels_sql(), parcels)] == [110, 12, 9]


def test_between_equals_the_smaller_id_comes_first():
    parcels = [(8, "Lima", "customs", 2), (4, "Oslo", "sent", 2), (6, "Oslo", "customs", 2)]
    assert ask(late_parcels_sql(), parcels) == [(4, "Oslo", 2), (6, "Oslo", 2), (8, "Lima", 2)]
    parcels = [(10, "Lima", "sent", 2), (9, "Oslo", "sent", 2)]
    assert ask(late_parcels_sql(), parcels) == [(9, "Oslo", 2), (10, "Lima", 2)]


def test_the_answer_is_a_text():
    assert isinstance(late_parcels_sql(), str)
