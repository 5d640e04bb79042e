from counter_scope import count_parcel, new_day, report

FIRST_REPORT = report()


def test_a_new_day_starts_at_zero():
    count_parcel(500)
    count_parcel(25_000)
    new_day()
    assert report() == "0 parcels, 0 heavy"


def test_counts_a_parcel():
    new_day()
    count_parcel(500)
    assert report() == "1 parcels, 0 heavy"


def test_counts_several_parcels():
    new_day()
    count_parcel(500)
    count_parcel(700)
    count_parcel(900)
    assert report() == "3 parcels, 0 heavy"


def test_parcels_of_the_same_weight_are_counted_one_by_one():
    new_day()
    count_parcel(25_000)
    count_parcel(25_000)
    assert report() == "2 parcels, 2 heavy"


def test_a_heavy_parcel_counts_twice():
    new_day()
    count_parcel(20_001)
    assert report() == "1 parcels, 1 heavy"


def test_twenty_kilos_exactly_are_not_heavy():
    new_day()
    count_parcel(20_000)
    assert report() == "1 parcels, 0 heavy"


def test_a_very_heavy_parcel_is_one_heavy_parcel():
    new_day()
    count_parcel(65_000)
    assert report() == "1 parcels, 1 heavy"


def test_light_and_heavy_parcels_together():
    new_day()
    count_parcel(25_000)
    count_parcel(500)
    count_parcel(30_000)
    assert report() == "3 parcels, 2 heavy"


def test_a_report_changes_nothing():
    new_day()
    count_parcel(500)
    assert report() == "1 parcels, 0 heavy"
    assert report() == "1 parcels, 0 heavy"


def test_the_machine_starts_at_zero():
    assert isinstance(FIRST_REPORT, str)
    assert FIRST_REPORT == "0 parcels, 0 heavy"
