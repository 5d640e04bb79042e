import pick_greeting


def test_in_the_morning():
    assert pick_greeting.pick_greeting("Mei", 9) == "Good morning, Mei!"


def test_in_the_middle_of_the_night_it_is_morning():
    assert pick_greeting.pick_greeting("Ines", 0) == "Good morning, Ines!"


def test_one_hour_before_noon():
    assert pick_greeting.pick_greeting("Mei", 11) == "Good morning, Mei!"


def test_noon_is_afternoon():
    assert pick_greeting.pick_greeting("Mei", 12) == "Good afternoon, Mei!"


def test_three_and_four_in_the_afternoon():
    assert pick_greeting.pick_greeting("Mei", 15) == "Good afternoon, Mei!"
    assert pick_greeting.pick_greeting("Mei", 16) == "Good afternoon, Mei!"


def test_five_in_the_afternoon():
    assert pick_greeting.pick_greeting("Tomás", 17) == "Good afternoon, Tomás!"


def test_six_is_evening():
    assert pick_greeting.pick_greeting("Jonas", 18) == "Good evening, Jonas!"


def test_late_in_the_evening():
    assert pick_greeting.pick_greeting("Jonas", 23) == "Good evening, Jonas!"


def test_the_name_stays_as_it_is():
    assert pick_greeting.pick_greeting("Anna de Vries", 9) == "Good morning, Anna de Vries!"
