"""Names and objects as a drawing: boxes, arrows, and numbers where no arrow has room."""

from __future__ import annotations

from course.tracing.objects import Box, Drawing, Group, Item
from course.ui.widgets.drawn import drawn

SHARED = Drawing(
    (Group("the program", (Item("a", "[1]", 1), Item("b", "[1]", 1, "new"), Item("n", "3", 0))),),
    (Box(1, "list", (Item("", "1", 0),), 0, False),),
)
ROWS = Drawing(
    (Group("the program", (Item("grid", "", 1),)),),
    (
        Box(1, "list", (Item("", "", 2), Item("", "", 2)), 0, False),
        Box(2, "list", (Item("", "0", 0), Item("", "5", 0, "changed")), 0, True),
    ),
)


def lines(drawing: Drawing, width: int) -> list[str]:
    return [line.rstrip() for line in drawn(drawing, width).content.plain.split("\n")]


def test_two_names_of_one_object_meet_at_its_box() -> None:
    assert lines(SHARED, 60) == [
        "  a ─────┬─▶┌ [1] list ──────┐",
        "+ b ─────┘  │ 1              │",
        "  n = 3     └────────────────┘",
    ]
    assert drawn(SHARED, 60).change == 1


def test_items_that_are_one_object_lead_to_one_box() -> None:
    shown = lines(ROWS, 76)
    assert shown[1].endswith("┼──┐")
    assert shown[2].endswith("┼──┤")
    assert shown[4].endswith("◀─┘")
    assert "[2] ● list" in shown[4]
    assert "0, ●5" in shown[5]
    assert drawn(ROWS, 76).change == 4


def test_where_no_arrow_has_room_the_number_says_where_it_leads() -> None:
    narrow = "\n".join(lines(ROWS, 30))
    assert "grid → [1]" in narrow
    assert narrow.count("→ [2]") == 2
    assert all(len(line) <= 30 for line in lines(ROWS, 30))


def test_a_circle_is_drawn() -> None:
    circle = Drawing(
        (Group("f", (Item("a", "", 7),)), Group("kept between calls", (Item("x", "", 7),), True)),
        (Box(7, "Cart", (Item("me", "", 7), Item("name", "'Mei'", 0)), 2, False),),
    )
    shown = "\n".join(lines(circle, 76))
    assert "in f" in shown
    assert "kept between calls" in shown
    assert "… 2 more" in shown
    assert "[7] Cart ─" in shown
    assert "◀" in shown
