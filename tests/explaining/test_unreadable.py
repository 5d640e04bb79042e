"""Every program of the golden file, under each Python that is here: the same true words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.explaining.unreadable.explain import explain

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("golden") / "unreadable.yaml"
VERSIONS = ("3.11", "3.12", "3.13")
_ASK = """
import json, sys
from course.explaining.unreadable.explain import explain
print(json.dumps([explain(source) for source in json.load(sys.stdin)]))
"""


def programs() -> list[dict[str, Any]]:
    """The wrong programs of the golden file."""
    found: list[dict[str, Any]] = yaml.load(
        GOLDEN.read_text(encoding="utf-8"),
        Loader=yaml.CSafeLoader,
    )
    return found


def python(version: str) -> str | None:
    """A Python of that version: on the search path, or one that pyenv keeps."""
    if sys.version.startswith(f"{version}."):
        return sys.executable
    kept = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    return str(kept[-1]) if kept else shutil.which(f"python{version}")


@cache
def said(executable: str) -> list[Any]:
    """What is said of all programs under that Python; another one has none of our libraries."""
    if executable == sys.executable:
        told_here: list[Any] = json.loads(json.dumps([explain(it["source"]) for it in programs()]))
        return told_here
    answer = subprocess.run(
        [executable, "-S", "-c", _ASK],
        input=json.dumps([each["source"] for each in programs()]),
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    told: list[Any] = json.loads(answer.stdout)
    return told


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_is_said_under_each_python(version: str) -> None:
    executable = python(version)
    if executable is None:
        pytest.skip(f"no Python {version} here")
    for program, told in zip(programs(), said(executable), strict=True):
        if float(program.get("until", 4)) <= float(version):
            assert told is None, program["source"]
        else:
            wanted = [program["name"], program["says"].replace("3.11 takes", f"{version} takes")]
            assert told is not None, program["source"]
            assert [told[0], told[1], told[2]] == [*wanted, program["line"]], program["source"]


def test_the_words_are_few_and_whole_sentences() -> None:
    for program in programs():
        words = re.sub(r"`` .*? ``|`[^`]*`", "code", program["says"]).split()
        assert len(words) <= 40, program["says"]
        assert program["says"][0].isupper(), program["says"]
        assert program["says"].endswith((".", "?", ".)")), program["says"]
