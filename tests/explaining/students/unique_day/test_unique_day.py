from unique_day import contains_unique_day, unique_day, unique_month

BIRTHDAYS = (
    ("May", "15"),
    ("May", "16"),
    ("May", "19"),
    ("June", "17"),
    ("June", "18"),
    ("July", "14"),
    ("July", "16"),
    ("August", "14"),
    ("August", "15"),
    ("August", "17"),
)
FEW = (("January", "1"), ("January", "2"), ("February", "1"))


def test_day_that_is_unique():
    assert unique_day("19", BIRTHDAYS) is True


def test_day_that_is_there_twice():
    assert unique_day("16", BIRTHDAYS) is False


def test_day_that_is_not_there():
    assert unique_day("29", BIRTHDAYS) is False


def test_day_of_few():
    assert unique_day("2", FEW) is True


def test_month_that_is_unique():
    assert unique_month("February", FEW) is True


def test_month_that_is_there_twice():
    assert unique_month("May", BIRTHDAYS) is False


def test_month_that_is_not_there():
    assert unique_month("December", BIRTHDAYS) is False


def test_month_with_unique_day():
    assert contains_unique_day("May", BIRTHDAYS) is True
    assert contains_unique_day("June", BIRTHDAYS) is True


def test_month_without_unique_day():
    assert contains_unique_day("July", BIRTHDAYS) is False
    assert contains_unique_day("August", BIRTHDAYS) is False


def test_month_of_few():
    assert contains_unique_day("January", FEW) is True
    assert contains_unique_day("February", FEW) is False
