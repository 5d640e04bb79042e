"""Tables in prose: no word is cut, however narrow the window is."""

from __future__ import annotations

import pytest
from textual.content import Content

from course.ui.widgets.table import laid_out

HEADERS = ["request", "does", "answer"]
ROWS = [
    ["GET /parcels/{number}", "gives one", "200, the parcel"],
    ["POST /parcels/{number}/pickup", "status on the road", "201, and the Location of it"],
]


@pytest.mark.parametrize("width", [20, 30, 43, 60, 76, 120])
def test_every_word_stays_whole_and_inside(width: int) -> None:
    headers = [Content(it) for it in HEADERS]
    table = laid_out(headers, [[Content(it) for it in row] for row in ROWS], width).plain
    lines = table.split("\n")
    words = {word for row in ROWS for cell in row for word in cell.split()}
    longest = max(map(len, words))
    assert max(map(len, lines)) <= max(width, longest)
    if width >= longest:
        assert words <= {word for line in lines for word in line.split()}


def test_columns_where_there_is_room_and_paragraphs_where_not() -> None:
    headers = [Content(it) for it in ("file", "part")]
    rows = [[Content("store.py"), Content("parcels and events")]]
    assert laid_out(headers, rows, 40).plain == (
        "file       part\n─────────────────────────────\nstore.py   parcels and events"
    )
    assert laid_out(headers, rows, 12).plain == "store.py\n  part:\n  parcels\n  and events"
