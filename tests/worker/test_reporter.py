"""Exceptions and values with odd names, messages and representations are explained all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.model import Verdict
from course.text import clean
from tests.checking.door import Door

DOUBLE = read_exercise(Path(__file__).parents[1] / "content" / "exercises" / "basics" / "double")
CLASSES = ["''", "' '", "'\\n'", "'`'", "'0'", "'\\x1b[2J'", "'\\u202e'", "'e' * 5000", "'E.x'"]
KINDS = ["NameError", "UnboundLocalError", "AttributeError", "TypeError", "KeyError", "IndexError"]
KINDS += ["ValueError", "ZeroDivisionError", "ModuleNotFoundError", "ImportError"]
RAISED = [f"raise type({name}, (Exception,), {{}})('x')" for name in CLASSES] + [
    "raise type('', (KeyError,), {})()",
    "raise type('', (Exception,), {'__str__': lambda self: None})()",
    "raise type('', (Exception,), {'__module__': None})('')",
    "raise type('', (SyntaxError,), {})('', ('', None, None, None))",
    "raise SyntaxError()",
    "raise SyntaxError('', ('f.py', -1, -1, '\\n'))",
    "raise ExceptionGroup('', [type('', (Exception,), {})('')])",
    "raise UnicodeDecodeError('', b'', 0, 0, '')",
    "raise OSError()",
    "raise StopIteration",
    "raise AttributeError(name='', obj=None)",
    "raise NameError(name='')",
    "raise ImportError('', name='', path='')",
    *(f"raise {kind}({words})" for kind in KINDS for words in ("", "''", "'\\n'", "'`'", "None")),
]
RETURNED = [
    "type('', (), {})()",
    "type('', (), {'__repr__': lambda self: ''})()",
    "type('', (list,), {})([1])",
    "type('', (dict,), {'__repr__': lambda self: '\\n'})()",
    "type('', (str,), {})('')",
    "type('', (int,), {'__repr__': lambda self: '`'})(4)",
    "type('', (), {'__repr__': lambda self: '\\ud800\\x1b]0;x\\x07'})()",
    "[[]]",
    "{'': ''}",
    "{None: [None]}",
    "''",
    "'\\u202e'",
    "float('nan')",
    "lambda: None",
    "(lambda: (yield))()",
    "type('', (), {})",
    "...",
]


@pytest.mark.parametrize("statement", [*RAISED, *(f"return {value}" for value in RETURNED)])
def test_it_is_explained(
    door: Door, statement: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    report = door.check(DOUBLE, f"def double(n):\n    n = n + n\n    {statement}\n", searches=True)
    assert report.verdict.value in ("failed", "error", "crashed")
    assert report.diagnosis
    assert not caplog.records, "an explanation that fails is logged"
    assert "Traceback" not in capfd.readouterr().err
    for said in report.diagnosis:
        assert said.text.strip()
        assert clean(said.text, 100_000) == said.text


LOGGING = """
import logging
from half import half

def test_half(FIXTURES):
    USES
    logging.basicConfig(format="set up by the tests")
    assert half(4) == 2
"""


@pytest.mark.parametrize(
    ("fixtures", "uses"),
    [
        ("", ""),
        ("caplog", "half(4); assert caplog.messages == ['halving 4']"),
        ("request", "assert not request.getfixturevalue('caplog').messages"),
        ("request", "half(4); assert request.getfixturevalue('capsys').readouterr().out == ''"),
        ("capfd", "print('x'); assert capfd.readouterr().out == 'x\\n'"),
    ],
)
def test_what_a_program_logs_is_not_printed_whatever_the_tests_ask_for(
    door: Door, tmp_path: Path, fixtures: str, uses: str
) -> None:
    tests = LOGGING.replace("FIXTURES", fixtures).replace("USES", uses)
    (tmp_path / "test_half.py").write_text(tests, encoding="utf-8")
    (tmp_path / "starter.py").write_text("", encoding="utf-8")
    right = (
        "import logging\n\ndef half(x):\n    logging.warning('halving %s', x)\n    return x // 2\n"
    )
    (tmp_path / "solution.py").write_text(right, encoding="utf-8")
    shutil.copyfile(DOUBLE.folder / "exercise.yaml", tmp_path / "exercise.yaml")
    exercise = msgspec.structs.replace(read_exercise(tmp_path), module_name="half")
    report = door.check(exercise, right)
    assert report.verdict is Verdict.PASSED
    assert [test.printed for test in report.tests if test.printed] == []
