from flatten import flatten


def test_an_empty_box_holds_nothing():
    things = flatten([])
    assert isinstance(things, list)
    assert things == []


def test_a_box_of_things_gives_the_things():
    assert flatten(["tea", "mug"]) == ["tea", "mug"]


def test_a_box_in_a_box_is_opened():
    assert flatten(["tea", ["mug", "pen"], "cup"]) == ["tea", "mug", "pen", "cup"]


def test_every_level_is_opened():
    assert flatten([[[["tea"]]], [["mug"], "pen"]]) == ["tea", "mug", "pen"]
    assert flatten(["tea", [[[[[[[["mug"], "pen"]]]]]]]]) == ["tea", "mug", "pen"]


def test_empty_boxes_inside_hold_nothing():
    assert flatten([[], "tea", [[], []]]) == ["tea"]


def test_the_same_thing_twice_is_listed_twice():
    assert flatten(["mug", "mug", ["mug", "pen", "mug"]]) == ["mug", "mug", "mug", "pen", "mug"]


def test_texts_tuples_and_dictionaries_are_things():
    assert flatten(["tea", ("a", ["b"]), [{"sku": ["x"]}]]) == ["tea", ("a", ["b"]), {"sku": ["x"]}]


def test_numbers_and_none_are_things():
    assert flatten([0, [None, False]]) == [0, None, False]


def test_the_result_is_a_new_list():
    box = ["tea"]
    flatten(box).append("added later")
    assert box == ["tea"]


def test_the_box_stays_as_it_is():
    box = ["tea", ["mug", ["pen"]]]
    assert flatten(box) == ["tea", "mug", "pen"]
    assert box == ["tea", ["mug", ["pen"]]]


def test_a_box_of_twenty_things_gives_all_of_them():
    things = [f"card {number}" for number in range(20)]
    assert flatten(things) == things
    assert flatten([things, things]) == things + things
