from sort_returns_none import tour_order


def test_the_smallest_house_number_comes_first():
    assert tour_order([12, 3, 8]) == [3, 8, 12]
    assert tour_order([1040, 250, 12, 8, 3]) == [3, 8, 12, 250, 1040]


def test_two_parcels_for_one_house_stay_two():
    assert tour_order([7, 3, 7]) == [3, 7, 7]


def test_a_tour_that_is_in_order_already():
    assert tour_order([1, 2, 3]) == [1, 2, 3]


def test_the_arrivals_stay_in_their_order():
    arrivals = [12, 3, 8, 25, 1, 40]
    tour_order(arrivals)
    assert arrivals == [12, 3, 8, 25, 1, 40]


def test_the_tour_is_a_list_of_its_own():
    arrivals = [1, 2, 3]
    tour_order(arrivals).append(99)
    assert arrivals == [1, 2, 3]


def test_an_empty_tour_is_an_empty_list():
    arrivals = []
    assert tour_order(arrivals) == []
    tour_order(arrivals).append(99)
    assert arrivals == []


def test_a_second_tour_does_not_change_the_first():
    first_tour = tour_order([2, 1])
    tour_order([7, 5])
    assert first_tour == [1, 2]


def test_a_tour_of_twenty_houses_is_whole():
    assert tour_order(list(range(20, 0, -1))) == list(range(1, 21))
