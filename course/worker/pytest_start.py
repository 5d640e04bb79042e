"""How `pytest.main()` is started in a worker, and the small session that loads what is lazy."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest

from .channel import Silence
from .integrity import JUDGES

_PLUGINS_OFF = (
    "cacheprovider doctest faulthandler junitxml legacypath pastebin setuponly "
    "setupplan stepwise threadexception unraisableexception warnings"
)
ARGUMENTS = [
    *(part for name in _PLUGINS_OFF.split() for part in ("-p", f"no:{name}")),
    "-qq",
    "--no-header",
    "--no-summary",
    "-s",
    "--color=no",
    "--tb=native",
    "--noconftest",
    "-c",
    os.devnull,
]


def _no_explanation(*_compared: object, **_how: Any) -> Iterator[str]:
    return iter(())


def load() -> None:
    """Import all that takes part in judging: what is not there cannot be watched over."""
    from _pytest.assertion import util

    # Its explanations (a diff of two long texts takes minutes) are not used in any report.
    util.assertrepr_compare = _no_explanation
    for name in JUDGES:
        with contextlib.suppress(ImportError):  # some are of another version of pytest
            importlib.import_module(name)


def prime() -> None:
    """Run a passing and a failing test once, so that everything lazy is loaded."""
    load()
    importlib.import_module("asyncio")
    with tempfile.TemporaryDirectory(prefix="prime") as folder:
        path = os.path.join(folder, "test_prime.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(_PRIME)
        stdout, stderr, path_before = sys.stdout, sys.stderr, list(sys.path)
        sys.stdout = sys.stderr = Silence()
        sys.dont_write_bytecode = True
        try:
            own = ["--rootdir", folder, "--confcutdir", folder, "--basetemp", f"{path}.tmp"]
            pytest.main([*ARGUMENTS, *own, path])
        finally:
            sys.stdout, sys.stderr, sys.path[:] = stdout, stderr, path_before
            sys.modules.pop("test_prime", None)


_PRIME = """
import unittest
import pytest

def test_passes(tmp_path, capsys, monkeypatch):
    with pytest.raises(ValueError, match="x"):
        int("x")

@pytest.mark.parametrize("number", [1])
def test_fails(number):
    assert [number] == [2]

class TestCase(unittest.TestCase):
    def test_fails(self):
        with self.subTest(number=1):
            self.assertEqual([1], [2])
"""
