from invert_catalogue import invert_catalogue


def test_one_product():
    assert invert_catalogue({"tea": "TEA-01"}) == {"TEA-01": "tea"}


def test_every_product_is_found_by_its_code():
    catalogue = {"tea": "TEA-01", "mug": "MUG-02", "honey": "HON-03"}
    assert invert_catalogue(catalogue) == {
        "TEA-01": "tea",
        "MUG-02": "mug",
        "HON-03": "honey",
    }


def test_the_later_of_two_with_the_same_code_counts():
    catalogue = {"old tea": "TEA-01", "tea": "TEA-01"}
    assert invert_catalogue(catalogue) == {"TEA-01": "tea"}
    assert invert_catalogue({"tea": "TEA-01", "green tea": "TEA-01"}) == {"TEA-01": "green tea"}


def test_an_empty_catalogue():
    assert invert_catalogue({}) == {}


def test_the_result_is_a_dictionary():
    assert type(invert_catalogue({})) is dict


def test_the_catalogue_stays_as_it_was():
    catalogue = {"tea": "TEA-01"}
    invert_catalogue(catalogue)
    assert catalogue == {"tea": "TEA-01"}


def test_codes_and_names_stay_as_they_are():
    assert invert_catalogue({"Earl Grey ": "tea-01", "Mug": " Mug-02"}) == {
        "tea-01": "Earl Grey ",
        " Mug-02": "Mug",
    }


def test_a_catalogue_of_twenty_products_is_inverted_as_a_whole():
    catalogue = {f"card {number}": f"CAR-{number}" for number in range(20)}
    by_code = {f"CAR-{number}": f"card {number}" for number in range(20)}
    assert invert_catalogue(catalogue) == by_code
