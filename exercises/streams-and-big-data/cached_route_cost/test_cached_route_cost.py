from cached_route_cost import cached_route_cost

PRICES = {
    ("Porto", "Coimbra"): 300,
    ("Coimbra", "Porto"): 350,
    ("Coimbra", "Lisbon"): 500,
    ("Coimbra", "Braga"): 450,
    ("Porto", "Gaia"): 0,
}


class Carrier:
    """A price service that notes what it was asked."""

    def __init__(self, prices):
        self.prices = prices
        self.asked = []

    def ask(self, start, end):
        self.asked.append((start, end))
        return self.prices[start, end]


def test_one_leg():
    route_cost = cached_route_cost(Carrier(PRICES).ask)
    assert route_cost(["Porto", "Coimbra"]) == 300


def test_adds_up_all_legs():
    route_cost = cached_route_cost(Carrier(PRICES).ask)
    assert route_cost(["Porto", "Coimbra", "Lisbon"]) == 800


def test_there_and_back_cost_different_amounts():
    route_cost = cached_route_cost(Carrier(PRICES).ask)
    assert route_cost(["Porto", "Coimbra", "Porto"]) == 650


def test_the_same_route_is_asked_for_once():
    carrier = Carrier(PRICES)
    route_cost = cached_route_cost(carrier.ask)
    assert route_cost(["Porto", "Coimbra"]) == 300
    assert route_cost(["Porto", "Coimbra"]) == 300
    assert carrier.asked == [("Porto", "Coimbra")]


def test_routes_share_their_legs():
    carrier = Carrier(PRICES)
    route_cost = cached_route_cost(carrier.ask)
    assert route_cost(["Porto", "Coimbra", "Lisbon"]) == 800
    assert route_cost(["Porto", "Coimbra", "Braga"]) == 750
    assert sorted(carrier.asked) == [
        ("Coimbra", "Braga"),
        ("Coimbra", "Lisbon"),
        ("Porto", "Coimbra"),
    ]


def test_a_free_leg_is_asked_for_once():
    carrier = Carrier(PRICES)
    route_cost = cached_route_cost(carrier.ask)
    assert route_cost(["Porto", "Gaia"]) == 0
    assert route_cost(["Porto", "Gaia"]) == 0
    assert carrier.asked == [("Porto", "Gaia")]


def test_a_single_stop_costs_nothing():
    carrier = Carrier(PRICES)
    assert cached_route_cost(carrier.ask)(["Porto"]) == 0
    assert carrier.asked == []


def test_no_stops_cost_nothing():
    assert cached_route_cost(Carrier(PRICES).ask)([]) == 0


def test_two_carriers_do_not_mix_their_prices():
    leg = ["Porto", "Coimbra"]
    slow = cached_route_cost(Carrier({("Porto", "Coimbra"): 100}).ask)
    fast = cached_route_cost(Carrier({("Porto", "Coimbra"): 900}).ask)
    assert slow(leg) == 100
    assert fast(leg) == 900


def test_both_towns_belong_to_a_leg():
    prices = {("Porto", "Braga"): 200, ("Faro", "Braga"): 900, ("Porto", "Faro"): 700}
    route_cost = cached_route_cost(Carrier(prices).ask)
    assert route_cost(["Porto", "Braga"]) == 200
    assert route_cost(["Porto", "Faro", "Braga"]) == 1600


def test_two_legs_that_look_alike_when_joined_are_different():
    prices = {("Vila", "NovaGaia"): 100, ("VilaNova", "Gaia"): 800}
    route_cost = cached_route_cost(Carrier(prices).ask)
    assert route_cost(["Vila", "NovaGaia"]) == 100
    assert route_cost(["VilaNova", "Gaia"]) == 800


def test_a_leg_is_still_known_after_many_others():
    towns = [f"T{number}" for number in range(30)]
    carrier = Carrier({(a, b): 1 for a in towns for b in towns})
    route_cost = cached_route_cost(carrier.ask)
    assert route_cost(["T3", "T4"]) == 1
    assert route_cost(towns) == 29
    assert route_cost(["T9", "T1"]) == 1
    assert route_cost(towns) == 29
    assert len(carrier.asked) == 30


def test_two_hundred_legs_are_all_remembered():
    towns = [f"T-{number}" for number in range(201)]
    asked = []
    route_cost = cached_route_cost(lambda start, end: asked.append((start, end)) or 7)
    assert route_cost(towns) == 1400
    assert route_cost(towns) == 1400
    assert len(asked) == 200


def test_a_leg_that_comes_twice_in_one_route_is_asked_for_once():
    carrier = Carrier(PRICES)
    assert cached_route_cost(carrier.ask)(["Porto", "Coimbra", "Porto", "Coimbra"]) == 950
    assert carrier.asked == [("Porto", "Coimbra"), ("Coimbra", "Porto")]
