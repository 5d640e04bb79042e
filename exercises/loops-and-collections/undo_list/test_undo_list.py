import undo_list


def test_adds_things_at_the_end():
    assert undo_list.apply_edits(["milk"], ["tea", "honey"]) == ["milk", "tea", "honey"]


def test_undo_takes_back_the_last_one():
    assert undo_list.apply_edits(["milk"], ["tea", "honey", "undo"]) == ["milk", "tea"]


def test_two_undos_take_back_two():
    edits = ["tea", "honey", "undo", "undo", "jam"]
    assert undo_list.apply_edits(["milk"], edits) == ["milk", "jam"]


def test_with_nothing_to_take_back_undo_does_nothing():
    assert undo_list.apply_edits([], ["undo", "tea"]) == ["tea"]


def test_what_was_there_before_stays():
    assert undo_list.apply_edits(["milk", "eggs"], ["undo", "undo"]) == ["milk", "eggs"]


def test_what_was_there_before_stays_after_some_edits():
    assert undo_list.apply_edits(["milk"], ["tea", "undo", "undo", "jam"]) == ["milk", "jam"]


def test_an_undo_that_did_nothing_does_not_use_up_a_later_one():
    assert undo_list.apply_edits(["milk"], ["undo", "tea", "undo"]) == ["milk"]


def test_without_edits_it_is_a_new_list():
    items = ["milk"]
    result = undo_list.apply_edits(items, [])
    assert result == ["milk"]
    result.append("added later")
    assert items == ["milk"]


def test_the_list_that_is_passed_in_stays_as_it_was():
    items = ["milk"]
    undo_list.apply_edits(items, ["tea"])
    assert items == ["milk"]


def test_a_thing_that_was_on_the_list_already_can_be_added_and_undone():
    assert undo_list.apply_edits(["milk"], ["milk", "undo"]) == ["milk"]
    assert undo_list.apply_edits(["milk"], ["milk", "tea", "undo"]) == ["milk", "milk"]
    assert undo_list.apply_edits(["tea", "milk"], ["tea", "undo"]) == ["tea", "milk"]


def test_of_two_things_alike_the_later_is_undone():
    assert undo_list.apply_edits([], ["tea", "jam", "tea", "undo"]) == ["tea", "jam"]


def test_only_the_exact_word_is_an_undo():
    edits = ["tea", "Undo", "undo cream", "no undo", "undo ", ""]
    added = ["tea", "Undo", "undo cream", "no undo", "undo ", ""]
    assert undo_list.apply_edits([], edits) == added


def test_the_edits_stay_as_they_were():
    edits = ["tea", "undo"]
    undo_list.apply_edits([], edits)
    assert edits == ["tea", "undo"]


def test_a_long_list_stays_whole():
    items = [f"item {number}" for number in range(20)]
    assert undo_list.apply_edits(items, ["tea", "jam", "undo"]) == [*items, "tea"]
