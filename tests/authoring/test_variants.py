"""Variants that do not prove themselves are refused in plain words."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from course.authoring.gate.variants import variant_faults
from course.model import (
    Blank,
    Lesson,
    LessonSource,
    Order,
    Predict,
    ProgramReport,
    Spot,
    Step,
    Verdict,
)
from tests.learner.questions import right_here

ADD = "def add(a, b):\n    return a ___ b\n\nprint(add(3, 40))\n"
FORTY = "50 to 90"
GOODS = ("jam", "rice", "salt", "milk", "soap")
CUPS = ("pen", "cup", "bowl", "lamp", "vase")


async def _run(source: str, needs: tuple[str, ...] = ()) -> ProgramReport:
    return await right_here.run(source, needs=needs)


def _told(question: Predict | Blank | Order | Spot) -> str:
    step = Step(**{type(question).__name__.lower(): question})
    source = LessonSource(title="T", minutes=5, summary="S", steps=(step,))
    found = asyncio.run(variant_faults(Lesson("a/b", "a", Path("b.yaml"), source), _run))
    assert all(number == 0 and fault.part[0] == "variants" for number, fault in found)
    return "; ".join(fault.text for _, fault in found)


def _predict(code: str, because: str = "So it is.", **variants: object) -> Predict:
    named = {name.lstrip("_"): values for name, values in variants.items()}
    return Predict(code=code, because=because, variants=named)  # type: ignore[arg-type]


GOOD: list[Predict | Blank | Order | Spot] = [
    _predict('print(len(["tea"]), 40 + 2)\n', "It adds 2.", _40=FORTY),
    Blank(code=ADD, answers=("+",), output="43\n", variants={"40": FORTY}),
    Blank(code=ADD, answers=("+",), check="add(40, 2) == 2 + 40", variants={"40": FORTY}),
    Order(goal="Print 40.", lines="n = 40\nprint(n)\n", output="40\n", variants={"40": FORTY}),
    Spot(
        code="n = 40\nprint(n - 1)\n",
        line=2,
        fix="print(n + 1)",
        output="41\n",
        because="It has to add.",
        variants={"40": FORTY},
    ),
]


@pytest.mark.parametrize("question", GOOD, ids=lambda it: type(it).__name__)
def test_variants_that_hold_are_not_spoken_of(question: Predict) -> None:
    assert _told(question) == ""


BAD: list[tuple[Predict | Blank | Order | Spot, str]] = [
    (_predict("print(40)\n", _41=FORTY), "`41` does not stand in the code"),
    (_predict("print(40)\n", _40="50 to 60"), "its lists make 11 variants"),
    (_predict("print(7 // 40)\n", _40=FORTY), "variants have the same answer, 0"),
    (
        _predict("print(100 // (40 - 50))\n", _40="50 to 69"),
        "(40: 50): it ends with ZeroDivisionError",
    ),
    (_predict('print("a" * 40)\n', _40="400 to 500"), "much longer than what is written"),
    (_predict('print("a\\n" * 2)\n', _2="3 to 40"), "not as many lines as what is written"),
    (
        _predict("n = 0\nwhile n < 40:\n    n += 1\nprint(n)\n", _40="90 to 120"),
        "so it is not as hard",
    ),
    (_predict("while 40 > 30:\n    pass\n", _40="1 to 60"), "it ends with"),
    (_predict("print(40 + 3)\n", "It prints 43.", _40=FORTY), "the words name 43"),
    (_predict("print(40 + 3)\n", "Forty and 17 are numbers.", _40=FORTY), "the words name 17"),
    (_predict("print(5 + 3)\n", "It adds to five.", _5="20 to 60"), "the words say five"),
    (
        _predict('print("tea", "mug")\n', "Two teas.", tea=GOODS, mug=CUPS),
        "the words name `teas`",
    ),
    (
        _predict('print("tea".upper(), "mug")\n', "It prints `TEA`.", tea=GOODS, mug=CUPS),
        "the words name `TEA`",
    ),
    (
        _predict('print("tea", "mug")\n', "There is a mug.", tea=GOODS, mug=("egg", *CUPS)),
        "the words now say “a egg”",
    ),
    (
        _predict("print(40 + 1, 41)\n", "It prints `41 41`.", _40=FORTY),
        "the words say that `41 41` is printed, and it is",
    ),
    (
        Predict(
            code="print(3 + 40)\n",
            because="It prints 43.",
            variants={
                "3, 43": [f"{it}, {it + 40}" for it in range(4, 10)],
                "40, 43": [f"{it}, {it + 3}" for it in range(50, 60)],
            },
        ),
        "`43` is named 2 times",
    ),
    (
        Predict(
            code="print(40 + 3, end='!')\n",
            because="It prints `43!`.",
            variants={"40, 43": [f"{it}, {it + 4}" for it in range(50, 90)]},
        ),
        "the words say that `43!` is printed, and it is",
    ),
    (
        Predict(
            code="print(40 + 3, 'euros')\n",
            because="The sum is 43.",
            variants={"40, 43": [f"{it}, {it + 4}" for it in range(50, 90)]},
        ),
        "the words name 43, which is printed",
    ),
    (
        _predict(
            "import math as m\nm.kept = getattr(m, 'kept', 0) + 1\nprint(m.kept, 40)\n",
            _40=FORTY,
        ),
        "run once more after its variants it gives",
    ),
    (
        Blank(code="print(40 ___ 0)\n", answers=("//",), output="1\n", variants={"40": FORTY}),
        "as it is written it ends with ZeroDivisionError",
    ),
    (
        Blank(code=ADD, answers=("+",), check="add(40, 2) == 42", variants={"40": FORTY}),
        "is not true of the right answer",
    ),
    (
        Spot(
            code="n = 40\nprint(max(n, 60))\n",
            line=2,
            fix="print(n)",
            output="40\n",
            because="It is n.",
            variants={"40": "60 to 90"},
        ),
        "a wrong answer is right as well",
    ),
]


@pytest.mark.parametrize(("question", "words"), BAD, ids=[words for _, words in BAD])
def test_variants_that_do_not_hold_are_refused(question: Predict, words: str) -> None:
    assert words in _told(question)


def test_the_choices_of_a_variant_have_one_right_one() -> None:
    listed = Predict(
        code='print(["tea", "mug"], "said the learner")\n',
        because="So it is.",
        choices=("['tea', 'mug'] said the learner", "['mug'] said the learner", "an error"),
        variants={"tea": GOODS, "mug": CUPS},
    )
    assert _told(listed) == ""
    fixed = Predict(
        code="print([40, 3], 'said the learner')\n",
        because="So it is.",
        choices=("[40, 3] said the learner", "[41, 3] said the learner"),
        variants={"40": "41 to 80"},
    )
    assert _told(fixed) == ""
    derived = Predict(
        code="print([40 + 3], 'said the learner')\n",
        because="So it is.",
        choices=("[43] said the learner", "[40] said the learner"),
        variants={"40": FORTY},
    )
    assert "none of the choices is what Python prints" in _told(derived)


SITE = """\
import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
settings.configure(
    ROOT_URLCONF="__main__", INSTALLED_APPS=[__name__], DATABASES={"default": DB}
)
django.setup()

from django.db import connection, models
from django.test import Client


class Parcel(models.Model):
    code = models.CharField(max_length=10, unique=True)


with connection.schema_editor() as editor:
    editor.create_model(Parcel)
client = Client()
"""
PROGRAM = """\
from site_of_parcels import Parcel, client
from django.http import HttpResponse
from django.urls import path


def first(request):
    return HttpResponse(Parcel.objects.get().code)


Parcel.objects.create(code="P-40")
urlpatterns = [path("p-40/", first)]
print(client.get("/p-40/").text)
"""


def test_programs_of_one_site_begin_with_an_empty_database_and_have_their_own_urls(
    tmp_path: Path,
) -> None:
    (tmp_path / "site_of_parcels.py").write_text(SITE, encoding="utf-8")

    async def run(source: str, needs: tuple[str, ...] = ()) -> ProgramReport:
        assert needs == ("django",)
        command = [sys.executable, "-c", source]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return ProgramReport(Verdict.PASSED, done.stdout)

    question = msgspec.structs.replace(_predict(PROGRAM, _40=FORTY), needs=("django",))
    files = {"site_of_parcels.py": SITE}
    steps = (Step(predict=question),)
    source = LessonSource(title="T", minutes=5, summary="S", steps=steps, files=files)
    lesson = Lesson("a/b", "a", Path("b.yaml"), source)
    assert asyncio.run(variant_faults(lesson, run)) == []
