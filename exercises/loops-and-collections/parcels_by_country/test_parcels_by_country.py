from parcels_by_country import parcels_by_country


def test_one_parcel():
    assert parcels_by_country([{"id": 7, "country": "PT"}]) == {"PT": [7]}


def test_two_parcels_to_the_same_country():
    parcels = [{"id": 7, "country": "PT"}, {"id": 9, "country": "PT"}]
    assert parcels_by_country(parcels) == {"PT": [7, 9]}


def test_two_countries():
    parcels = [{"id": 7, "country": "PT"}, {"id": 8, "country": "DE"}]
    assert parcels_by_country(parcels) == {"PT": [7], "DE": [8]}


def test_countries_with_similar_names():
    parcels = [{"id": 0, "country": "Portugal"}, {"id": 1, "country": "Poland"}]
    assert parcels_by_country(parcels) == {"Portugal": [0], "Poland": [1]}


def test_countries_that_come_in_turns():
    parcels = [
        {"id": 7, "country": "PT"},
        {"id": 8, "country": "DE"},
        {"id": 9, "country": "PT"},
        {"id": 10, "country": "DE"},
    ]
    assert parcels_by_country(parcels) == {"PT": [7, 9], "DE": [8, 10]}


def test_the_ids_stay_in_the_order_in_which_they_came():
    parcels = [
        {"id": 30, "country": "DE"},
        {"id": 10, "country": "DE"},
        {"id": 20, "country": "DE"},
    ]
    assert parcels_by_country(parcels) == {"DE": [30, 10, 20]}


def test_no_parcels_give_an_empty_dictionary():
    assert parcels_by_country([]) == {}


def test_the_parcels_stay_as_they_were():
    parcels = [{"id": 7, "country": "PT"}]
    parcels_by_country(parcels)
    assert parcels == [{"id": 7, "country": "PT"}]


def test_many_countries_with_many_parcels_are_all_there():
    parcels = []
    cages = {}
    for number in range(240):
        country = f"country {number % 20}"
        parcels.append({"id": number, "country": country})
        cages.setdefault(country, []).append(number)
    assert parcels_by_country(parcels) == cages
