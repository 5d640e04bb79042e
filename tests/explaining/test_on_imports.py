"""Imports that fail, and files that are not there: what is told beside the words of Python."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
import pytest

from course.explaining.diagnose import diagnose
from tests.explaining.stopping import reported_stop, told_of

NAMED = "def f():\n    import harbour_{0}\n"
CIRCLE = "`harbour_{0}` was still being read when something of it was asked for"


@pytest.mark.parametrize(
    ("other", "asks"),
    [("vans", "import harbour_{0}\nharbour_{0}.load"), ("cars", "from harbour_{0} import load")],
)
def test_two_files_that_import_each_other(
    other: str, asks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    first, second = f"{other}_a", f"{other}_b"
    (tmp_path / f"harbour_{first}.py").write_text(
        f"import harbour_{second}\ndef load(): pass\n", encoding="utf-8"
    )
    (tmp_path / f"harbour_{second}.py").write_text(asks.format(first) + "\n", encoding="utf-8")
    told = told_of(NAMED.format(first), "f()", tmp_path)
    assert told.name == "imports_in_a_circle"
    assert CIRCLE.format(first) in told.text
    told = told_of(f"import harbour_{first}\n", None, tmp_path)
    assert CIRCLE.format(first) in told.text


def test_a_part_of_a_single_module_while_the_file_is_loaded(tmp_path: Path) -> None:
    told = told_of("import math.sqrt\n", None, tmp_path)
    assert told.text == (
        "Line 1, `import math.sqrt`: `math` is a single module: there is no module `sqrt` inside "
        "it. It has a name `sqrt`, and `from math import sqrt` brings that."
    )


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("order.csv", "There is `orders.csv`, which looks similar."),
        ("stock/vans.txt", "Either the folder `stock` is missing, or it has no such file in it."),
        ("vans.txt", "'vans.txt'`."),
    ],
)
def test_a_file_that_is_not_there(asked: str, says: str, tmp_path: Path) -> None:
    source = f"def f():\n    return open({asked!r})\n"
    report, exercise = reported_stop(source, "f()", tmp_path)
    (tmp_path / "orders.csv").write_text("", encoding="utf-8")
    exercise = msgspec.structs.replace(exercise, data_files=(tmp_path / "orders.csv",))
    told = asyncio.run(diagnose(report, exercise, source))[0]
    assert told.name == "file_missing"
    assert told.text.endswith(says)
