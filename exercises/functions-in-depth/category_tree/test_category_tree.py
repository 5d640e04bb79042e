from category_tree import menu_lines, path_to

TRAVEL = {"name": "Travel", "parts": []}
MUGS = {"name": "Mugs", "parts": [TRAVEL, {"name": "Gifts", "parts": []}]}
TEA = {"name": "Tea", "parts": [{"name": "Green", "parts": [{"name": "Gifts", "parts": []}]}]}
KITCHEN = {"name": "Kitchen", "parts": [MUGS, TEA]}


def test_a_category_without_parts_is_one_line():
    assert menu_lines(TRAVEL) == ["Travel"]


def test_parts_are_indented_by_two_spaces():
    assert menu_lines(MUGS) == ["Mugs", "  Travel", "  Gifts"]


def test_each_level_is_indented_by_two_more():
    assert menu_lines(TEA) == ["Tea", "  Green", "    Gifts"]


def test_a_part_is_followed_by_everything_in_it():
    assert menu_lines(KITCHEN) == [
        "Kitchen",
        "  Mugs",
        "    Travel",
        "    Gifts",
        "  Tea",
        "    Green",
        "      Gifts",
    ]


def test_the_menu_of_a_part_does_not_know_where_it_stands():
    menu_lines(KITCHEN)
    assert menu_lines(MUGS) == ["Mugs", "  Travel", "  Gifts"]


def test_the_path_to_itself_is_its_name():
    assert path_to(TRAVEL, "Travel") == ["Travel"]


def test_the_path_to_a_part():
    assert path_to(MUGS, "Travel") == ["Mugs", "Travel"]


def test_the_path_goes_through_every_level():
    assert path_to(KITCHEN, "Green") == ["Kitchen", "Tea", "Green"]


def test_the_first_of_two_with_the_same_name_counts():
    assert path_to(KITCHEN, "Gifts") == ["Kitchen", "Mugs", "Gifts"]


def test_the_order_of_the_menu_counts_more_than_the_level():
    shop = {"name": "Shop", "parts": [TEA, {"name": "Gifts", "parts": []}]}
    assert path_to(shop, "Gifts") == ["Shop", "Tea", "Green", "Gifts"]


def test_a_part_without_the_name_does_not_end_the_search():
    assert path_to(KITCHEN, "Tea") == ["Kitchen", "Tea"]


def test_there_is_no_path_to_a_name_that_is_not_there():
    assert path_to(KITCHEN, "Shoes") is None
    assert path_to(TRAVEL, "Shoes") is None


def test_the_categories_stay_as_they_are():
    mug = {"name": "Mug", "parts": []}
    shop = {"name": "Shop", "parts": [mug]}
    assert menu_lines(shop) == ["Shop", "  Mug"]
    assert path_to(shop, "Mug") == ["Shop", "Mug"]
    assert shop == {"name": "Shop", "parts": [{"name": "Mug", "parts": []}]}


def test_a_part_of_a_name_is_not_that_name():
    shop = {"name": "Teapots", "parts": [{"name": "Green Tea", "parts": []}, TEA]}
    assert path_to(shop, "Tea") == ["Teapots", "Tea"]


def test_names_in_uppercase_and_lowercase_are_different():
    assert path_to(KITCHEN, "tea") is None


def test_a_category_comes_before_a_part_of_the_same_name():
    gifts = {"name": "Gifts", "parts": [{"name": "Gifts", "parts": []}]}
    assert path_to(gifts, "Gifts") == ["Gifts"]
    assert path_to({"name": "Shop", "parts": [gifts]}, "Gifts") == ["Shop", "Gifts"]


def test_two_parts_with_equal_lines_are_both_in_the_menu():
    cups = {"name": "Cups", "parts": [{"name": "Gifts", "parts": []}]}
    jugs = {"name": "Jugs", "parts": [{"name": "Gifts", "parts": []}]}
    menu = menu_lines({"name": "Kitchen", "parts": [cups, jugs]})
    assert menu == ["Kitchen", "  Cups", "    Gifts", "  Jugs", "    Gifts"]


def test_twenty_levels_are_all_in_the_menu_and_the_path():
    names = [f"Level {number}" for number in range(20)]
    category = {"name": names[19], "parts": []}
    for name in reversed(names[:19]):
        category = {"name": name, "parts": [category]}
    assert menu_lines(category) == ["  " * level + name for level, name in enumerate(names)]
    assert path_to(category, "Level 19") == names


def test_a_path_may_go_through_the_same_name_twice():
    tea = {"name": "Tea", "parts": [{"name": "Tea", "parts": [{"name": "Green", "parts": []}]}]}
    assert path_to(tea, "Green") == ["Tea", "Tea", "Green"]
