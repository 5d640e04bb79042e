import json

from shopping_list_file import add_item, read_items


def test_without_a_file_the_list_is_empty(tmp_path):
    assert read_items(tmp_path / "list.json") == {}


def test_reads_the_items_of_a_file(tmp_path):
    path = tmp_path / "list.json"
    path.write_text('{"milk": 2, "bread": 1}', encoding="utf-8")
    assert read_items(path) == {"milk": 2, "bread": 1}


def test_reading_does_not_make_a_file(tmp_path):
    read_items(tmp_path / "list.json")
    assert not (tmp_path / "list.json").exists()


def test_the_first_item_makes_the_file(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 2)
    assert json.loads(path.read_text(encoding="utf-8")) == {"milk": 2}


def test_a_second_item_joins_the_first(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 2)
    add_item(path, "bread", 1)
    assert read_items(path) == {"milk": 2, "bread": 1}


def test_quantities_of_the_same_item_add_up(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 2)
    add_item(path, "milk", 3)
    assert read_items(path) == {"milk": 5}


def test_names_stay_as_they_are(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 2)
    assert add_item(path, "Milk", 1) == {"milk": 2, "Milk": 1}


def test_adding_returns_the_whole_list(tmp_path):
    path = tmp_path / "list.json"
    assert add_item(path, "milk", 2) == {"milk": 2}
    assert add_item(path, "bread", 1) == {"milk": 2, "bread": 1}


def test_two_files_are_two_lists(tmp_path):
    add_item(tmp_path / "home.json", "milk", 2)
    assert add_item(tmp_path / "office.json", "tea", 1) == {"tea": 1}


def test_each_item_has_a_line_of_its_own(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 2)
    add_item(path, "bread", 1)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.strip(" \t,") for line in lines] == ["{", '"milk": 2', '"bread": 1', "}"]


def test_letters_with_accents_stay_as_they_are(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "crème", 1)
    assert "crème" in path.read_text(encoding="utf-8")


def test_letters_with_accents_come_back(tmp_path):
    path = tmp_path / "list.json"
    path.write_text('{"crème": 1}', encoding="utf-8")
    assert read_items(path) == {"crème": 1}


def test_somebody_else_may_change_the_file_in_between(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 2)
    path.write_text('{"tea": 1}', encoding="utf-8")
    assert read_items(path) == {"tea": 1}
    assert add_item(path, "milk", 1) == {"tea": 1, "milk": 1}


def test_a_name_may_have_quotes_and_backslashes(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, 'rice "long\\grain"', 1)
    assert json.loads(path.read_text(encoding="utf-8")) == {'rice "long\\grain"': 1}


def test_the_same_quantity_twice_adds_up(tmp_path):
    path = tmp_path / "list.json"
    add_item(path, "milk", 1)
    assert add_item(path, "milk", 1) == {"milk": 2}
    assert read_items(path) == {"milk": 2}


def test_a_long_list_is_whole_even_with_equal_quantities(tmp_path):
    path = tmp_path / "list.json"
    items = {f"item {number}": 1 for number in range(20)}
    path.write_text(json.dumps(items), encoding="utf-8")
    assert read_items(path) == items
    assert add_item(path, "item 20", 1) == {**items, "item 20": 1}
