from find_sku import find_sku

TEA = {"sku": "TEA-01", "price": 450}
MUG = {"sku": "MUG-02", "price": 990}
OLD_MUG = {"sku": "MUG-02", "price": 790}
BOX = {"sku": "BOX-07", "price": 450, "goes_with": "MUG-02", "colours": ["red", "blue"]}


def test_finds_the_only_product():
    assert find_sku([TEA], "TEA-01") == TEA


def test_finds_a_product_further_down_the_list():
    assert find_sku([TEA, MUG], "MUG-02") == MUG


def test_returns_the_first_of_two_with_the_same_sku():
    assert find_sku([TEA, MUG, OLD_MUG], "MUG-02") == MUG


def test_returns_none_when_no_product_fits():
    assert find_sku([TEA, MUG], "CUP-09") is None


def test_returns_none_for_an_empty_list():
    assert find_sku([], "TEA-01") is None


def test_does_not_take_a_part_of_a_sku():
    assert find_sku([TEA], "TEA") is None


def test_does_not_take_the_end_of_a_sku():
    assert find_sku([TEA], "01") is None


def test_does_not_take_a_longer_sku():
    assert find_sku([TEA], "TEA-011") is None


def test_lowercase_is_not_the_same_sku():
    assert find_sku([TEA], "tea-01") is None


def test_a_space_or_a_missing_dash_is_not_the_same_sku():
    assert find_sku([TEA], " TEA-01") is None
    assert find_sku([TEA], "TEA-01 ") is None
    assert find_sku([TEA], "TEA01") is None


def test_the_sku_in_another_field_does_not_count():
    assert find_sku([BOX, MUG], "MUG-02") == MUG


def test_returns_everything_that_belongs_to_the_product():
    assert find_sku([TEA, BOX], "BOX-07") == BOX


def test_the_list_of_products_stays_as_it_was():
    products = [{"sku": "TEA-01", "price": 450}, {"sku": "MUG-02", "price": 990}]
    find_sku(products, "MUG-02")
    assert products == [{"sku": "TEA-01", "price": 450}, {"sku": "MUG-02", "price": 990}]


def test_a_product_for_nothing_is_found_too():
    bag = {"sku": "BAG-00", "price": 0}
    assert find_sku([TEA, bag], "BAG-00") == bag
