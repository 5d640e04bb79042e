"""Many variants of a program in one worker: what each leaves is put back, Django's things too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.catalogue import read_exercise
from course.checking.trials import Variant, try_out
from tests.checking.door import Door

YAML = "title: Tried\nkind: write\nbrief: Write it.\nprobes: []\nneeds: {needs}\n"
SITE = """\
import django
from django.conf import settings

if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", __name__],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    )
    django.setup()

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.http import HttpResponse
from django.urls import path


class Parcel(models.Model):
    code = models.CharField(max_length=9)


with connection.schema_editor() as editor:
    editor.create_model(ContentType)
    editor.create_model(Parcel)


def count(request):
    ContentType.objects.get_for_model(Parcel)
    return HttpResponse(str(Parcel.objects.count()))


urlpatterns = [path("count", count)]
"""
SITE_TESTS = """\
from django.test import Client
from tried import Parcel


def test_parcels_are_counted():
    Parcel.objects.create(code="P-7")
    assert Client().get("/count").content == b"1"
"""
FILES_TESTS = """\
import os

from tried import write


def test_it_writes(tmp_path):
    write(tmp_path / "one.txt")
    os.environ["PARCELS"] = "1"
    assert (tmp_path / "one.txt").read_text() == "one"
"""


def tried(
    door: Door, folder: Path, needs: str, tests: str, sources: list[str]
) -> tuple[list[bool | None], int]:
    """What came of each source, and how many workers it took; the first one is right."""
    place = folder / "tried"
    place.mkdir()
    for name, text in {
        "exercise.yaml": YAML.format(needs=needs),
        "starter.py": "",
        "solution.py": sources[0],
        "test_tried.py": tests,
    }.items():
        (place / name).write_text(text, "utf-8")
    exercise, jobs = read_exercise(place), []

    async def run_tests(*arguments: Any) -> Any:
        jobs.append(arguments)
        return await door.checker._tests(*arguments)

    async def work() -> list[bool | None]:
        expected = await door.checker._expected.of(exercise)
        return await try_out(exercise, list(map(Variant, sources)), 5, expected, run_tests)

    return door.run_async(work()), len(jobs)


def test_a_site_is_set_up_again_for_each_variant(door: Door, tmp_path: Path) -> None:
    pytest.importorskip("django")
    sources = [
        SITE,
        SITE.replace("str(Parcel.objects.count())", "'2'"),
        SITE.replace("class Parcel", "class Packet"),
        SITE.replace('"count", count', '"sum", count'),
        SITE,
    ]
    found, workers = tried(door, tmp_path, "[django]", SITE_TESTS, sources)
    assert (found, workers) == ([True, False, False, False, True], 1)


def test_folders_of_tests_and_the_environment_are_put_back(door: Door, tmp_path: Path) -> None:
    right = "def write(file):\n    file.write_text('one')\n"
    sources = [right, right.replace("one", "two"), right, right.replace("'one'", "1"), right]
    found, workers = tried(door, tmp_path, "[]", FILES_TESTS, sources)
    assert (found, workers) == ([True, False, True, False, True], 1)
