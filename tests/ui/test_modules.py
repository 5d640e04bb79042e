"""What is in a module of the standard library; nothing else is imported."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from course.ui.aids.modules import how_called, is_of_python, module_names, public_names


def test_public_names_with_how_they_are_called() -> None:
    assert "sqrt" in public_names("math")
    assert public_names("random")["randint"] == "randint(a, b)"
    assert "path" not in public_names("json")
    assert "join" in public_names("os.path")
    assert public_names("nothing_like_this") == {}
    assert public_names("os.nothing") == {}


def test_only_modules_of_python_are_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chunk.py").write_text("raise SystemExit\n", encoding="utf-8")
    (tmp_path / "colorsys.py").write_text("raise SystemExit\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    assert not is_of_python("colorsys")
    assert public_names("colorsys") == {}
    assert not is_of_python("pytest")
    assert not is_of_python("this")
    assert is_of_python("collections.abc")
    assert is_of_python("sys")


def test_modules_that_somebody_may_import() -> None:
    assert {"math", "random", "json"} <= set(module_names())
    assert not [it for it in module_names() if it.startswith("_")]


def test_how_something_is_called() -> None:
    assert how_called("f", lambda a, b=1: a + b) == "f(a, b=1)"
    assert how_called("f", 3) == ""
    assert how_called("f", lambda *, many=tuple(range(60)): many)[-1] == "…"
