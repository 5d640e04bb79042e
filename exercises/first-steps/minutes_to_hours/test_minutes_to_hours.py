from minutes_to_hours import minutes_to_hours


def test_two_hours_and_a_quarter(capsys):
    minutes_to_hours(135)
    assert capsys.readouterr().out == "2 h 15 min\n"


def test_a_full_hour_has_no_minutes_left(capsys):
    minutes_to_hours(60)
    assert capsys.readouterr().out == "1 h 0 min\n"


def test_less_than_an_hour(capsys):
    minutes_to_hours(45)
    assert capsys.readouterr().out == "0 h 45 min\n"


def test_a_tour_of_five_minutes(capsys):
    minutes_to_hours(5)
    assert capsys.readouterr().out == "0 h 5 min\n"


def test_one_minute_before_the_second_hour(capsys):
    minutes_to_hours(119)
    assert capsys.readouterr().out == "1 h 59 min\n"


def test_a_tour_of_more_than_a_day(capsys):
    minutes_to_hours(1500)
    assert capsys.readouterr().out == "25 h 0 min\n"
