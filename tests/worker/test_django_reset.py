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
    door: Door,
    folder: Path,
    needs: str,
    tests: str,
    sources: list[str],
    ways: list[Variant] | None = None,
    data: str = "",
) -> tuple[list[bool | None], int]:
    """What came of each source, or way, and how many workers it took; the first one is right."""
    place = folder / "tried"
    place.mkdir()
    for name, text in {
        "exercise.yaml": YAML.format(needs=needs),
        "starter.py": "",
        "solution.py": sources[0],
        "test_tried.py": tests,
    }.items():
        (place / name).write_text(text, "utf-8")
    if data:
        (place / "data").mkdir()
        (place / "data" / "rates.py").write_text(data, "utf-8")
    exercise, jobs = read_exercise(place), []

    async def run_tests(*arguments: Any) -> Any:
        jobs.append(arguments)
        return await door.checker._tests(*arguments)

    async def work() -> list[bool | None]:
        expected = await door.checker._expected.of(exercise)
        variants = ways or list(map(Variant, sources))
        return await try_out(exercise, variants, 5, expected, run_tests)

    return door.run_async(work()), len(jobs)


def test_a_site_is_set_up_again_for_each_variant(door: Door, tmp_path: Path) -> None:
    pytest.importorskip("django")
    sources = [
        SITE,
        SITE.replace("str(Parcel.objects.count())", "'2'"),
        SITE.replace("class Parcel", "class Packet"),
        SITE.replace('"count", count', '"sum", count'),
        SITE.replace("backends.sqlite3", "backends.nothing"),
        SITE,
    ]
    found, workers = tried(door, tmp_path, "[django]", SITE_TESTS, sources)
    assert (found, workers) == ([True, False, False, False, False, True], 1)


def test_models_that_the_first_site_brought_in_are_there_for_the_next(
    door: Door, tmp_path: Path
) -> None:
    pytest.importorskip("django")
    site = (
        SITE.replace('"django.contrib.auth"', '"django.contrib.sessions"')
        .replace(
            "    editor.create_model(ContentType)\n    editor.create_model(Parcel)\n",
            "    for model in apps.get_models():\n        editor.create_model(model)\n",
        )
        .replace("from django.db import", "from django.apps import apps\nfrom django.db import")
    )
    session = "__import__('django.apps').apps.apps.get_model('sessions.Session')"
    tests = f"{SITE_TESTS}    assert {session}.objects.count() == 0\n"
    found, workers = tried(door, tmp_path, "[django]", tests, [site] * 3)
    assert (found, workers) == ([True] * 3, 1)


OWNED = """\


class Label(models.Model):
    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="labels")
    readers = models.ManyToManyField("auth.User", related_name="read")
"""
OWNED_TESTS = """\
from django.contrib.auth.models import User
from tried import Label, Parcel


def test_whose_labels_are_whose():
    ana = User.objects.create(username="ana")
    label = Label.objects.create(parcel=Parcel.objects.create(code="P-7"))
    label.readers.add(ana)
    assert list(User.objects.filter(read=label)) == [ana]
    assert [one.pk for one in Label.objects.prefetch_related("readers")] == [label.pk]
    assert not hasattr(ana, "seen")
"""


def test_what_points_from_a_model_of_djangos_to_one_of_the_site_goes_with_it(
    door: Door, tmp_path: Path
) -> None:
    pytest.importorskip("django")
    site = SITE.replace("\n\nwith", f"{OWNED}\n\nwith").replace(
        "    editor.create_model(ContentType)\n    editor.create_model(Parcel)\n",
        "    for model in __import__('django.apps').apps.apps.get_models():\n"
        "        editor.create_model(model)\n",
    )
    sources = [site, site.replace('"read"', '"seen"'), site, site]
    found, workers = tried(door, tmp_path, "[django]", OWNED_TESTS, sources)
    assert (found, workers) == ([True, False, True, True], 1)


def test_folders_of_tests_and_the_environment_are_put_back(door: Door, tmp_path: Path) -> None:
    right = "def write(file):\n    file.write_text('one')\n"
    sources = [right, right.replace("one", "two"), right, right.replace("'one'", "1"), right]
    found, workers = tried(door, tmp_path, "[]", FILES_TESTS, sources)
    assert (found, workers) == ([True, False, True, False, True], 1)


LOOP_TESTS = """\
import pytest

from tried import total


@pytest.mark.parametrize("prices", [[1, 2], [2, 1]])
def test_total(prices):
    assert total(prices) == 3


class TestEmpty:
    def test_nothing(self, capsys):
        assert total([]) == 0
        assert capsys.readouterr().out == ""
"""
TOTAL = "def total(prices):\n    return sum(prices)\n"


def test_one_that_never_ends_or_ends_its_process_keeps_nobody_else_from_it(
    door: Door, tmp_path: Path
) -> None:
    body = "    return sum(prices)"
    sources = [
        TOTAL,
        TOTAL.replace(body, "    while prices:\n        pass\n    return 0"),
        TOTAL.replace(body, "    import os\n    os._exit(0)"),
        "import sys\nsys.exit(0)\n",
        TOTAL.replace(body, "    while prices:\n        try:\n            prices = prices\n"
                            "        except Exception:\n            pass"),
        TOTAL.replace("sum", "max"),
        TOTAL,
    ]  # fmt: skip
    found, workers = tried(door, tmp_path, "[]", LOOP_TESTS, sources)
    assert (found, workers) == ([True, False, False, False, False, False, True], 1)


def test_one_that_waits_for_ever_is_stopped(door: Door, tmp_path: Path) -> None:
    waits = "import threading\ndef total(prices):\n    threading.Event().wait()\n"
    found, workers = tried(door, tmp_path, "[]", LOOP_TESTS, [TOTAL, waits, TOTAL])
    assert (found, workers) == ([True, False, True], 2)


def test_a_logger_of_a_variant_is_gone_with_it(door: Door, tmp_path: Path) -> None:
    right = "import logging\nlogging.getLogger('shop').setLevel(10)\n" + TOTAL
    sources = [right, right.replace("'shop'", "'desk'"), right.replace("sum", "max"), right]
    found, workers = tried(door, tmp_path, "[]", LOOP_TESTS, sources)
    assert (found, workers) == ([True, True, False, True], 1)


def test_a_thread_that_is_about_to_end_is_waited_for(door: Door, tmp_path: Path) -> None:
    """As those of a server's pool, which hears that it may go when the server has gone."""
    begins = "import threading\nend = threading.Timer(0.05, int)\nend.start()\n"
    right = begins + TOTAL
    found, workers = tried(door, tmp_path, "[]", LOOP_TESTS, [right, right.replace("sum", "max")])
    assert (found, workers) == ([True, False], 1)


BARE_TESTS = """\
import traceback

from tried import total


def test_total():
    assert total([1, 2]) == 3
    assert not [it for it in traceback.extract_stack() if it.filename.endswith("runner.py")]
"""


def test_where_no_test_needs_pytest_it_only_collects_them(door: Door, tmp_path: Path) -> None:
    sources = [TOTAL, TOTAL.replace("sum", "max"), TOTAL]
    found, workers = tried(door, tmp_path, "[]", BARE_TESTS, sources)
    assert (found, workers) == ([True, False, True], 1)


RATES_TESTS = """\
from data.rates import rate
from tried import price


def test_price():
    assert price(2) == 2 * rate()
"""


def test_a_given_module_goes_with_each_variant_and_comes_anew_for_the_next(
    door: Door, tmp_path: Path
) -> None:
    right = "from data.rates import rate\n\n\ndef price(count):\n    return count * rate()\n"
    sources = [right, right.replace("*", "+"), right, right.replace("count * ", ""), right]
    given = "def rate():\n    return 7\n"
    found, workers = tried(door, tmp_path, "[]", RATES_TESTS, sources, data=given)
    assert (found, workers) == ([True, False, True, False, True], 1)


def test_a_site_without_a_database_is_put_back_like_any_other(door: Door, tmp_path: Path) -> None:
    pytest.importorskip("django")
    bare = "    django.setup()\n\n\ndef total(prices):\n    return sum(prices)\n"
    top = "import django\nfrom django.conf import settings\n\nif not settings.configured:\n"
    no_default = f"{top}    settings.configure(DATABASES={{'other': {{}}}})\n{bare}"
    sources = [TOTAL, no_default, no_default.replace("sum", "max"), TOTAL]
    found, workers = tried(door, tmp_path, "[django]", LOOP_TESTS, sources)
    assert (found, workers) == ([True, True, False, True], 1)


PYTEST_TESTS = """\
import logging

import pytest

from tried import total


@pytest.fixture(scope="module")
def prices():
    return [1, 2]


def test_total(prices):
    assert total(prices) == 3


def test_it_logs(caplog):
    total([3])
    assert caplog.messages == ["3"]
"""
LOGS = """\
import logging


def total(prices):
    logging.getLogger().warning(sum(prices))
    return sum(prices)
"""


def test_what_only_pytest_can_run_is_run_by_pytest(door: Door, tmp_path: Path) -> None:
    sources = [LOGS, LOGS.replace("warning(sum", "warning(max"), LOGS.replace("warning", "debug")]
    found, workers = tried(door, tmp_path, "[]", PYTEST_TESTS, [*sources, LOGS])
    assert (found, workers) == ([True, True, False, True], 1)


WAYS_TESTS = """\
from tried import same

def test_first():
    assert same(1) == 1

def test_second():
    assert same(2) == 2

class TestMore:
    def test_third(self):
        assert same(3) == 3
"""


def test_tests_alone_in_reverse_and_on_another_day(door: Door, tmp_path: Path) -> None:
    right = "def same(n):\n    return n\n"
    wrong = "def same(n):\n    return n if n != 2 else 0\n"
    past = "import datetime\ndef same(n):\n    return n * (datetime.date.today().year < 1999)\n"
    ways = [
        Variant(right, only="test_tried.py::test_first"),
        Variant(wrong, only="test_tried.py::test_first"),
        Variant(wrong, only="test_tried.py::test_second"),
        Variant(wrong, only="test_tried.py::TestMore"),
        Variant(right, reverse=True),
        Variant(wrong, reverse=True),
        Variant(past, before=PAST),
        Variant(past),
    ]
    found, workers = tried(door, tmp_path, "[]", WAYS_TESTS, [right], ways)
    assert found == [True, True, False, True, True, False, True, False]
    assert workers == 1


PAST = """\
import datetime
real = datetime.date
class date(real):
    @classmethod
    def today(cls): return real(1998, 1, 1)
datetime.date = date
def undo():
    datetime.date = real
"""


AGAIN = """\
import importlib
from pathlib import Path

import pytest
import tried


@pytest.fixture
def counted():
    importlib.reload(tried)
    return tried.COUNTED


def test_it_begins_at_none(counted):
    assert counted == []


def test_its_file_is_what_runs():
    assert "COUNTED = []" in Path(tried.__file__).read_text()
"""


def test_a_test_that_loads_the_program_again_loads_the_variant(door: Door, tmp_path: Path) -> None:
    sources = ["COUNTED = []\n", "COUNTED = [0]\n", "COUNTED = list()\n"]
    found, workers = tried(door, tmp_path, "[]", AGAIN, sources)
    assert (found, workers) == ([True, False, False], 1)
    variants = [Variant(source, only="test_tried.py::test_it_begins_at_none") for source in sources]
    (tmp_path / "again").mkdir()
    found, _ = tried(door, tmp_path / "again", "[]", AGAIN, sources, variants)
    assert found == [True, False, True]
