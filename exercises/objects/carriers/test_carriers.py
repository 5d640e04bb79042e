import pytest
from carriers import Carrier, Courier, Post, cheapest


class Drone:
    """A carrier of another team, which knows nothing of `Carrier`."""

    def __init__(self, cents):
        self.cents = cents

    def price(self, grams):
        return self.cents


@pytest.mark.parametrize(("grams", "price"), [(0, 490), (9, 490), (10, 491), (800, 570)])
def test_the_post_counts_full_10_grams(grams, price):
    assert Post("Harbour Post").price(grams) == price


def test_the_post_takes_exactly_2000_grams():
    assert Post("Harbour Post").price(2000) == 690


def test_the_post_does_not_take_2001_grams():
    assert Post("Harbour Post").price(2001) is None


@pytest.mark.parametrize(("grams", "price"), [(0, 400), (99, 400), (100, 402), (50000, 1400)])
def test_a_courier_counts_full_100_grams(grams, price):
    assert Courier("Gull", 400).price(grams) == price


def test_an_offer_has_name_and_price():
    assert Post("Harbour Post").offer(800) == "Harbour Post: 570"
    assert Courier("Gull", 400).offer(800) == "Gull: 416"


def test_an_offer_says_that_a_parcel_is_too_heavy():
    assert Post("Harbour Post").offer(3000) == "Harbour Post: too heavy"


def test_an_offer_for_nothing_is_an_offer():
    assert Courier("Gull", 0).offer(50) == "Gull: 0"


def test_a_carrier_itself_cannot_be_made():
    with pytest.raises(TypeError, match="abstract"):
        Carrier("Somebody")


def test_a_carrier_without_price_cannot_be_made():
    class Horse(Carrier):
        pass

    with pytest.raises(TypeError, match="price"):
        Horse("Bella")


def test_the_offer_is_written_once():
    assert Post.offer is Carrier.offer
    assert Courier.offer is Carrier.offer


def test_the_cheapest_carrier_is_found():
    post, fast = Post("Harbour Post"), Courier("Gull", 400)
    assert cheapest([post, fast], 800) is fast
    assert cheapest([fast, post], 800) is fast


def test_another_parcel_may_have_another_cheapest():
    post, fast = Post("Harbour Post"), Courier("Gull", 900)
    assert cheapest([post, fast], 800) is post


def test_of_two_with_the_same_price_it_is_the_first():
    first, second = Courier("A", 400), Courier("B", 400)
    assert cheapest([first, second], 800) is first


def test_a_carrier_that_does_not_take_the_parcel_is_left_out():
    post, fast = Post("Harbour Post"), Courier("Gull", 9000)
    assert cheapest([post, fast], 5000) is fast


def test_nobody_takes_the_parcel():
    assert cheapest([Post("Harbour Post")], 5000) is None
    assert cheapest([], 800) is None


def test_every_object_with_a_price_will_do():
    drone = Drone(5)
    assert cheapest([Post("Harbour Post"), drone], 800) is drone


def test_a_carrier_that_costs_nothing_is_the_cheapest():
    drone = Drone(0)
    assert cheapest([Post("Harbour Post"), drone], 800) is drone


def test_the_list_stays_as_it_is():
    post, fast = Post("Harbour Post"), Courier("Gull", 400)
    for carriers in ([post, fast], [fast, post]):
        before = list(carriers)
        cheapest(carriers, 800)
        assert carriers == before


def test_a_carrier_has_the_name_that_it_was_given():
    slow, fast = Post("Rabelo Boats"), Courier("Heron", 400)
    assert (slow.name, fast.name) == ("Rabelo Boats", "Heron")
    assert slow.offer(800) == "Rabelo Boats: 570"


def test_a_carrier_that_costs_nothing_may_come_first():
    drone = Drone(0)
    assert cheapest([drone, Post("Harbour Post")], 800) is drone
