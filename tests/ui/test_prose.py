"""Code in prose: no line of it is cut off, however narrow the window."""

from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content

from course.locations import Locations
from course.ui.widgets.prose import folded


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("total = 0", "total = 0"),
        (
            "find_sku(products, sku)      # the product",
            "find_sku(products, sku)\n    # the product",
        ),
        ('    call(["TEA-01", "MUG-02"], 12)', '    call(["TEA-01",\n        "MUG-02"], 12)'),
        ("x" * 40, "x" * 24 + "\n    " + "x" * 16),
        ("a\n\nb", "a\n\nb"),
        ("", ""),
    ],
)
def test_long_lines_go_on_below(code: str, wanted: str) -> None:
    assert folded(Content(code), 24).plain == wanted


def test_nothing_of_the_code_is_lost() -> None:
    code = 'merge(company, shop, language="de")    # {"language": "de", "beta": True}'
    for width in range(1, 90):
        whole = folded(Content(code), width).plain
        assert "".join(whole.split()) == "".join(code.split())


async def test_a_long_example_call_can_be_read_to_its_end(
    open_app: Any, own_course: Locations
) -> None:
    yaml = own_course.content / "exercises" / "basics" / "double" / "exercise.yaml"
    call = 'double_every_price({"TEA-01": 450, "MUG-02": 990, "CUP-03": 1290, "HONEY": 7})'
    old = yaml.read_text("utf-8")
    yaml.write_text(old.replace("brief: |\n", f"brief: |\n  ```python\n  {call}\n  ```\n"), "utf-8")
    for size in ((80, 24), (120, 40)):
        async with open_app(own_course, size=size) as it:
            await it.exercise()
            assert '"HONEY": 7})' in it.text
