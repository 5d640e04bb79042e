"""Data is decoded in any thread, also where several meet a type for the first time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from course import shapes

CODE = Path(__file__).parent.parent / "course"
AT_ONCE = """
import sys, threading, types
from course import shapes

sys.setswitchinterval(1e-6)
SOURCE = "from __future__ import annotations\\nfrom msgspec import Struct\\n"
SOURCE += "class S9(Struct): pass\\n"
for it in range(9):
    SOURCE += f"class S{it}(Struct):\\n    next: S{it + 1} | None\\n"
    SOURCE += f"    more: tuple[S{it + 1}, ...]\\n"

def meet(kind):
    begin.wait()
    shapes.convert({"next": None, "more": []}, kind)

for number in range(30):
    module = sys.modules[f"made{number}"] = types.ModuleType(f"made{number}")
    exec(SOURCE, module.__dict__)
    begin = threading.Barrier(4)
    kinds = [module.S0, module.S1, module.S0, module.S3]
    threads = [threading.Thread(target=meet, args=(kind,)) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("whole")
"""


def test_a_type_that_threads_meet_at_once_ends_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_ONCE], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "whole\n"), done.stderr


def test_everything_is_decoded_through_this_door() -> None:
    for file in CODE.rglob("*.py"):
        lines = file.read_text(encoding="utf-8").splitlines()
        around = [it for it in lines if "msgspec.convert(" in it or "json.Decoder(" in it]
        typed = [it for it in lines if "json.decode(" in it and "type=" in it]
        if file.name != "shapes.py":
            assert not around + typed, f"{file}: use course.shapes"


def test_what_has_another_shape_is_told() -> None:
    assert shapes.convert([1, "2"], tuple[int, str]) == (1, "2")
    assert shapes.convert({"1": 2}, dict[int, int], str_keys=True) == {1: 2}
    assert shapes.convert("1", int, strict=False) == 1
    assert shapes.decode(b"[1]", list[int]) == [1]
    with pytest.raises(msgspec.ValidationError):
        shapes.convert("1", int)
