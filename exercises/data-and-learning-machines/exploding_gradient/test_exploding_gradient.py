import pytest

from exploding_gradient import ROUNDS, learn_postage, postage

IN_KILOGRAMS = [(1, 690), (2, 890), (3, 1090)]
IN_GRAMS = [(500, 590), (1000, 690), (2000, 890)]


class Counted(list):
    """A list that counts how often somebody goes through it."""

    walks = 0

    def __iter__(self):
        self.walks += 1
        return super().__iter__()


def test_kilograms_work_as_before():
    assert postage(learn_postage(IN_KILOGRAMS), 4) == pytest.approx(1290, abs=1)


def test_grams_give_the_price_that_the_customer_should_have_seen():
    assert postage(learn_postage(IN_GRAMS), 1500) == pytest.approx(790, abs=1)


def test_the_price_is_in_whole_cents():
    cents = postage(learn_postage(IN_GRAMS), 1501)
    assert (type(cents), cents) == (int, 790)


def test_the_part_of_the_price_that_does_not_depend_on_the_weight_is_learnt():
    assert postage(learn_postage(IN_GRAMS), 0) == pytest.approx(490, abs=1)


def test_heavy_parcels_do_no_harm():
    model = learn_postage([(500, 590), (5000, 1490), (20000, 4490)])
    assert postage(model, 10000) == pytest.approx(2490, abs=1)


def test_the_line_is_right_far_beyond_the_parcels_it_was_learnt_from():
    assert postage(learn_postage(IN_GRAMS), 200_000) == pytest.approx(40490, abs=5)


def test_the_list_of_the_depot_works_in_kilograms():
    model = learn_postage([(kg, 490 + 200 * kg) for kg in range(1, 61)])
    assert postage(model, 25) == pytest.approx(5490, abs=1)


def test_the_list_of_the_depot_works_in_grams():
    model = learn_postage([(100 * n, 490 + 20 * n) for n in range(1, 61)])
    assert postage(model, 2500) == pytest.approx(990, abs=1)


def test_a_price_that_falls_with_the_weight_is_learnt_as_well():
    model = learn_postage([(1000, 900), (2000, 800), (4000, 600)])
    assert postage(model, 3000) == pytest.approx(700, abs=1)


def test_the_parcels_stay_as_they_were():
    parcels = [(2000, 890), (500, 590)]
    model = learn_postage(parcels)
    assert parcels == [(2000, 890), (500, 590)]
    assert postage(model, 1000) == pytest.approx(690, abs=1)


@pytest.mark.parametrize("weight", [0, 1, 500])
def test_parcels_that_all_weigh_the_same_have_their_price(weight):
    assert postage(learn_postage([(weight, 590), (weight, 590)]), weight) == pytest.approx(590, abs=1)


def test_the_number_of_rounds_stays_as_it_is():
    parcels = Counted(IN_GRAMS)
    assert postage(learn_postage(parcels), 1500) == pytest.approx(790, abs=1)
    assert ROUNDS == 3000
    assert parcels.walks <= ROUNDS + 10
