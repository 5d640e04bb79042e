from route_legs import route_legs


def test_two_stops_make_one_leg():
    assert route_legs([("Porto", 0), ("Braga", 55)]) == [("Porto", "Braga", 55)]


def test_three_stops_make_two_legs():
    assert route_legs([("Porto", 0), ("Braga", 55), ("Vigo", 180)]) == [
        ("Porto", "Braga", 55),
        ("Braga", "Vigo", 125),
    ]


def test_the_counter_need_not_begin_at_zero():
    assert route_legs([("Lyon", 100), ("Bonn", 700)]) == [("Lyon", "Bonn", 600)]


def test_four_stops_make_three_legs():
    legs = route_legs([("Lyon", 0), ("Bonn", 600), ("Kiel", 1200), ("Oslo", 1900)])
    assert legs == [("Lyon", "Bonn", 600), ("Bonn", "Kiel", 600), ("Kiel", "Oslo", 700)]


def test_every_leg_is_a_tuple():
    legs = route_legs([("Porto", 0), ("Braga", 55)])
    assert type(legs[0]) is tuple


def test_one_stop_makes_no_leg():
    assert route_legs([("Porto", 0)]) == []


def test_no_stops_make_no_leg():
    assert route_legs([]) == []


def test_a_city_may_come_twice():
    legs = route_legs([("Porto", 0), ("Braga", 55), ("Porto", 110)])
    assert legs == [("Porto", "Braga", 55), ("Braga", "Porto", 55)]


def test_the_same_leg_may_come_twice():
    legs = route_legs([("Porto", 0), ("Braga", 55), ("Porto", 110), ("Braga", 170)])
    assert legs == [("Porto", "Braga", 55), ("Braga", "Porto", 55), ("Porto", "Braga", 60)]


def test_a_leg_may_stay_in_one_city_or_have_no_kilometres():
    legs = route_legs([("Porto", 0), ("Porto", 12), ("Braga", 12)])
    assert legs == [("Porto", "Porto", 12), ("Porto", "Braga", 0)]


def test_two_stops_that_are_exactly_alike_are_two():
    legs = route_legs([("Porto", 0), ("Porto", 0), ("Braga", 55)])
    assert legs == [("Porto", "Porto", 0), ("Porto", "Braga", 55)]


def test_the_stops_stay_as_they_were():
    stops = [("Porto", 0), ("Braga", 55)]
    route_legs(stops)
    assert stops == [("Porto", 0), ("Braga", 55)]


def test_a_leg_that_is_driven_again_is_listed_again():
    stops = [("Porto", 0), ("Braga", 55), ("Porto", 110), ("Braga", 165)]
    assert route_legs(stops) == [
        ("Porto", "Braga", 55),
        ("Braga", "Porto", 55),
        ("Porto", "Braga", 55),
    ]


def test_a_route_of_twenty_stops_has_nineteen_legs():
    stops = [(f"stop {number}", 10 * number) for number in range(20)]
    legs = [(f"stop {number}", f"stop {number + 1}", 10) for number in range(19)]
    assert route_legs(stops) == legs
