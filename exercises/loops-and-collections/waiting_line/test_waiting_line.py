import waiting_line


def test_serves_the_person_at_the_front():
    assert waiting_line.serve_next(["Ana", "Rui"], "Mei", False) == "Ana"


def test_a_newcomer_joins_at_the_end():
    line = ["Ana", "Rui"]
    waiting_line.serve_next(line, "Mei", False)
    assert line == ["Rui", "Mei"]


def test_collecting_goes_straight_to_the_front():
    assert waiting_line.serve_next(["Ana", "Rui"], "Erik", True) == "Erik"
    assert waiting_line.serve_next([], "Erik", True) == "Erik"


def test_after_a_collection_the_others_still_wait():
    line = ["Ana", "Rui"]
    waiting_line.serve_next(line, "Erik", True)
    assert line == ["Ana", "Rui"]


def test_without_a_line_the_newcomer_is_served():
    line = []
    assert waiting_line.serve_next(line, "Mei", False) == "Mei"
    assert line == []


def test_two_people_with_the_same_name():
    line = ["Ana", "Rui", "Ana"]
    assert waiting_line.serve_next(line, "Ana", False) == "Ana"
    assert line == ["Rui", "Ana", "Ana"]
