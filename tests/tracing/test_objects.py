"""Which objects names lead to at a step, and who shares them."""

from __future__ import annotations

from course.tracing.objects import Drawing, drawing, shared_words
from course.tracing.trace import Trace
from tests.tracing.conftest import Record


def at_end(trace: Trace) -> Drawing:
    return drawing(trace, len(trace) - 1)


def test_two_names_of_one_list_are_one_box_and_it_is_marked_when_it_changes(
    program: Record,
) -> None:
    trace = program("a = [1, 2]\nb = a\nb.append(3)\nc = list(a)\n")
    drawn = drawing(trace, 4)
    [group] = drawn.groups
    assert [(name.label, name.to, name.sign) for name in group.names] == [
        ("a", 1, "changed"),
        ("b", 1, "changed"),
    ]
    [box] = drawn.boxes
    assert (box.kind, box.changed) == ("list", True)
    assert [(item.text, item.sign) for item in box.items] == [("1", ""), ("2", ""), ("3", "new")]
    assert shared_words(drawn) == ["a and b are the same list."]
    assert not drawing(trace, 2).has_shared
    assert [name.to for name in at_end(trace).groups[0].names] == [1, 1, 2]
    assert shared_words(at_end(trace), drawing(trace, 4)) == []


def test_rows_made_by_multiplying_are_one_row(program: Record) -> None:
    drawn = at_end(program("grid = [[0] * 3] * 3\ngrid[0][1] = 5\n"))
    grid, row = drawn.boxes
    assert [item.to for item in grid.items] == [row.number] * 3
    assert [item.sign for item in row.items] == ["", "changed", ""]
    assert drawn.has_shared
    assert shared_words(drawn) == ["grid[0], grid[1] and grid[2] are the same list."]


def test_a_shallow_copy_shares_what_is_inside_until_it_is_replaced(program: Record) -> None:
    trace = program("a = {'x': [1], 'y': 2}\nb = a.copy()\nb['x'] = [1]\n")
    before = drawing(trace, len(trace) - 2)
    assert shared_words(before) == ["a['x'] and b['x'] are the same list."]
    assert not at_end(trace).has_shared


def test_the_default_of_a_parameter_is_kept_from_call_to_call(program: Record) -> None:
    trace = program(
        """\
        class Cart:
            def __init__(self, items=[]):
                self.items = items

        mine = Cart()
        mine.items.append("tea")
        yours = Cart()
        """
    )
    assert shared_words(at_end(trace)) == [
        "the default of items in Cart, mine.items and yours.items are the same list."
    ]
    boxes = {box.number for at in range(len(trace)) for box in drawing(trace, at).boxes}
    kept = {box.number for box in at_end(trace).boxes}
    assert boxes == kept, "an object has one number from its first step to its last"


def test_what_a_class_keeps_is_shared_by_its_instances(program: Record) -> None:
    drawn = at_end(program("class Shop:\n    stock = []\n\na = Shop.stock\n"))
    assert shared_words(drawn) == ["a and Shop.stock are the same list."]


def test_an_object_that_holds_itself_is_drawn_once(program: Record) -> None:
    drawn = at_end(program("a = [1]\na.append(a)\n"))
    [box] = drawn.boxes
    assert [item.to for item in box.items] == [0, box.number]
    assert shared_words(drawn) == ["a holds itself."]


def test_instances_tuples_and_slots_are_looked_into(program: Record) -> None:
    drawn = at_end(
        program(
            """\
            from dataclasses import dataclass

            @dataclass(slots=True)
            class Item:
                name: str
                tags: list

            tags = ["new"]
            pair = (Item("tea", tags), tags)
            plain = (1, 2)
            """
        )
    )
    tags, pair, item = drawn.boxes
    assert (pair.kind, item.kind, tags.kind) == ("tuple", "Item", "list")
    assert [(it.label, it.to) for it in item.items] == [("name", 0), ("tags", tags.number)]
    assert [name.to for name in drawn.groups[0].names] == [tags.number, pair.number, 0]
    assert shared_words(drawn) == ["tags, pair[1] and pair[0].tags are the same list."]


def test_an_argument_is_no_alias_but_two_names_inside_a_call_are(program: Record) -> None:
    trace = program("def f(x):\n    y = x\n    return y\n\nmine = []\nf(mine)\n")
    called = next(at for at in range(len(trace)) if trace[at].function == "f")
    assert not drawing(trace, called).has_shared
    assert drawing(trace, called + 2).has_shared
    assert shared_words(drawing(trace, called + 2)) == [
        "x, y and mine in the program are the same list."
    ]


def test_nothing_of_the_learners_runs_and_nothing_is_kept_alive(program: Record) -> None:
    trace = program(
        """\
        import weakref

        class Odd:
            def __init__(self):
                self.inside = [self]
            def __getattribute__(self, name):
                print("asked for", name)
                return object.__getattribute__(self, name)
            def __eq__(self, other):
                print("compared")
            def __iter__(self):
                print("walked")

        class Thing:
            pass

        odd = Odd.__new__(Odd)
        holder = [Thing()]
        seen = weakref.ref(holder[0])
        holder.clear()
        print(seen())
        """
    )
    assert trace[-1].printed == "None\n"


def test_a_recording_stays_small_however_much_is_reached(program: Record) -> None:
    trace = program("rows = [[[n, m] for m in range(50)] for n in range(50)]\nx = 1\n")
    drawn = at_end(trace)
    assert 1 < len(drawn.boxes) <= 20
    assert drawn.boxes[0].left_out == 38
