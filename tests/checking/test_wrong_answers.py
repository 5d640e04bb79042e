"""Answers that give the right values in the wrong way, each an edit of its exercise's solution."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.model import Verdict
from tests.checking.door import Door

EXERCISES = Path(__file__).parents[2] / "exercises"
Edits = dict[str, str]
IN_TIME = "        async with asyncio.timeout(seconds):\n            return await fetch(carrier)\n"

WRONG: dict[str, tuple[str, Edits]] = {
    "a commit for each half": (
        "databases/transfer_stock",
        {
            '{shelf!r}")\n': '{shelf!r}")\n                shop.commit()\n',
        },
    ),
    "no commit": ("databases/ticket_store", {"        self.keep()\n": ""}),
    "commits on the way and deletes by hand": (
        "databases/half_written_order",
        {
            "    with shop:\n": "    try:\n",
            "            shop.execute(line, (order_id, sku, count))\n": (
                "            shop.commit()\n"
                "            shop.execute(line, (order_id, sku, count))\n"
                "    except sqlite3.IntegrityError:\n"
                '        shop.execute("DELETE FROM lines WHERE order_id = ?", (order_id,))\n'
                '        shop.execute("DELETE FROM orders WHERE id = ?", (order_id,))\n'
                "        shop.commit()\n"
                "        raise\n"
                "    shop.commit()\n"
            ),
        },
    ),
    "quotes doubled by hand": (
        "databases/sql_injection",
        {
            '    query = "SELECT id FROM orders WHERE email = ? ORDER BY id"\n': (
                '    email = email.replace("\'", "\'\'")\n'
                "    query = f\"SELECT id FROM orders WHERE email = '{email}' ORDER BY id\"\n"
            ),
            "(query, (email,))": "(query)",
        },
    ),
    "all rows sorted in Python": (
        "databases/keyset_page",
        {
            "    return shop.execute(query, (day, number, size)).fetchall()": (
                '    rows = sorted(shop.execute("SELECT sent, id FROM parcels"))\n'
                "    return [row for row in rows if row > (day, number)][:size]"
            )
        },
    ),
    "a kind that contains": (
        "django/albums_json_api",
        {"filter(kind=": "filter(kind__icontains="},
    ),
    "a kind in any case": ("django/albums_json_api", {"filter(kind=": "filter(kind__iexact="}),
    "ten grams rounded": (
        "fastapi/create_parcel",
        {"parcel.grams // 10": "round(parcel.grams / 10)"},
    ),
    "a corrected parcel goes to the end": (
        "fastapi/parcel_crud",
        {
            "    parcel.update(wanted.model_dump())\n    return parcel": (
                "    PARCELS[number] = {**PARCELS.pop(number), **wanted.model_dump()}\n"
                "    return PARCELS[number]"
            )
        },
    ),
    "waits and does not cancel": (
        "asyncio/quote_with_timeout",
        {
            IN_TIME: (
                "        task = asyncio.ensure_future(fetch(carrier))\n"
                "        done, _ = await asyncio.wait([task], timeout=seconds)\n"
                "        return task.result() if done else None\n"
            )
        },
    ),
    "shields what it should cancel": (
        "asyncio/quote_with_timeout",
        {
            IN_TIME: (
                "        return await asyncio.wait_for(asyncio.shield(fetch(carrier)), seconds)\n"
            )
        },
    ),
    "one word for three flags": (
        "tools-of-the-trade/flag_arguments",
        {
            "def shipping_label(parcel):": (
                "def make_label(parcel, kind):\n"
                '    return {"ship": _shipping, "gift": _gift, "customs": _customs}[kind](parcel)\n'
                "\n\n"
                'def shipping_label(parcel):\n    return make_label(parcel, "ship")\n\n\n'
                'def gift_label(parcel):\n    return make_label(parcel, "gift")\n\n\n'
                'def customs_label(parcel):\n    return make_label(parcel, "customs")\n\n\n'
                "def _shipping(parcel):"
            ),
            '\n\ndef gift_label(parcel):\n    """': '\n\ndef _gift(parcel):\n    """',
            '\n\ndef customs_label(parcel):\n    """': '\n\ndef _customs(parcel):\n    """',
        },
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_right_value_in_the_wrong_way_is_no_pass(name: str, door: Door) -> None:
    place, edits = WRONG[name]
    exercise = read_exercise(EXERCISES / place)
    source = reference(exercise)
    for old, new in edits.items():
        assert old in source, old
        source = source.replace(old, new)
    report = door.check(exercise, source)
    assert report.verdict is Verdict.FAILED, report
    failing = [one for one in report.tests if one.outcome != "passed"]
    assert len(failing) < len(report.tests), "the edit is no running program"


def test_long_function_in_a_string_is_no_pass(door: Door) -> None:
    exercise = read_exercise(EXERCISES / "tools-of-the-trade/long_function")
    report = door.check(exercise, f"exec({exercise.starter!r})\n")
    assert report.verdict is Verdict.BROKE_RULES
    assert report.diagnosis[0].kind == "rule"
    assert "code that is not written out in it (`exec`)" in report.diagnosis[0].text


def test_praise_on_the_right_lines_is_no_review(door: Door) -> None:
    exercise = read_exercise(EXERCISES / "tools-of-the-trade/review_sql_diff")
    lines = exercise.starter.splitlines()
    marked = {defect.lines[0] for defect in exercise.defects}
    source = "".join(
        f"{line}\n" + (">> beautiful f-string\n" if number in marked else "")
        for number, line in enumerate(lines, start=1)
    )
    report = door.check(exercise, source)
    assert report.verdict is Verdict.FAILED
    assert report.diagnosis[0].name == "says_nothing"
    assert {test.name for test in report.tests if test.outcome == "passed"} <= {
        "at most 2 comments on lines that are fine"
    }
