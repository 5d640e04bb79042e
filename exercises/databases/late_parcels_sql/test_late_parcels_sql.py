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
    parcels = [(5, "Lima", "customs", 3), (6, "Oslo", "not delivered", 3)]
    assert ask(late_parcels_sql(), parcels) == [(5, "Lima", 3), (6, "Oslo", 3)]


def test_a_status_that_is_spelt_in_another_way_is_another_status():
    parcels = [(5, "Lima", "Delivered", 3), (6, "Oslo", " delivered ", 3)]
    assert ask(late_parcels_sql(), parcels) == [(5, "Lima", 3), (6, "Oslo", 3)]


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


def test_the_answer_is_a_text():
    assert isinstance(late_parcels_sql(), str)
