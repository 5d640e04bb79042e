"""A reference in parts: nothing is lost, and what belongs together stays together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.learner.ladder.parts import code_parts

SHOP = '''"""Prices of the shop."""

import math
from decimal import Decimal

RATE = Decimal("0.25")  # tax


@cached
@logged
def price(net):
    """Return the price.

    Tax is added.
    """
    # cents are whole
    total = net * (
        1 + RATE
    )

    return f"""
{total}
"""
# the end
'''


def test_what_belongs_together_is_one_piece() -> None:
    firsts = [one.text.split("\n")[0] for one in code_parts(SHOP)]
    assert firsts == [
        '"""Prices of the shop."""',
        'RATE = Decimal("0.25")  # tax',
        "@cached",
        "    # cents are whole",
        '    return f"""',
    ]
    assert [one.margin for one in code_parts(SHOP)] == [0, 0, 0, 4, 4]


def test_the_pieces_are_the_program() -> None:
    assert "".join(one.whole for one in code_parts(SHOP)) == SHOP


@given(st.lists(st.sampled_from(SHOP.splitlines()), min_size=1))
def test_of_any_text_nothing_is_lost(lines: list[str]) -> None:
    source = "\n".join(lines).strip("\n") + "\n"
    if source.strip():
        assert "".join(one.whole for one in code_parts(source)) == source
