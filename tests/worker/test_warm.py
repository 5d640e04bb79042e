"""Programs and exercises that need a framework, asyncio, sockets or processes really run."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.model import Verdict
from tests.checking.door import Door

FLASK = """
from flask import Flask, request

app = Flask(__name__)

@app.post("/parcels")
def create():
    return {"name": request.get_json()["name"]}, 201

client = app.test_client()
answer = client.post("/parcels", json={"name": "tea"})
print(answer.status_code, answer.get_json(), client.get("/nowhere").status_code)
"""
FASTAPI = """
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel

class Parcel(BaseModel):
    name: str
    weight: float

app = FastAPI()

@app.post("/parcels", status_code=201)
async def create(parcel: Parcel):
    return parcel

client = TestClient(app)
print(client.post("/parcels", json={"name": "tea", "weight": 2}).json())
print(client.post("/parcels", json={"name": "tea"}).status_code)
"""
DJANGO = """
import django
from django.conf import settings

if not settings.configured:
    settings.configure(
        SECRET_KEY="harbour",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    )
    django.setup()

from django.db import connection, models
from django.http import JsonResponse
from django.test import Client
from django.urls import path

class Parcel(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        app_label = "harbour"

def show(request):
    return JsonResponse({"names": [parcel.name for parcel in Parcel.objects.all()]})

urlpatterns = [path("parcels", show)]

with connection.schema_editor() as editor:
    editor.create_model(Parcel)
Parcel.objects.create(name="tea")
client = Client()
print(client.get("/parcels").json(), client.get("/nowhere").status_code)

from django.contrib.auth.models import User
print(User._meta.app_label, settings.SECRET_KEY)
"""
SQLALCHEMY = """
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

class Base(DeclarativeBase):
    pass

class Parcel(Base):
    __tablename__ = "parcels"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Parcel(name="tea"))
    session.commit()
    print(session.scalars(select(Parcel.name)).all())
"""
SERVER = """
import asyncio

async def answer(reader, writer):
    writer.write(b"got " + await reader.readline())
    await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"parcel\\n")
    print((await reader.readline()).decode().strip())
    writer.close()
    server.close()

asyncio.run(main())
"""
PROCESSES = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

def double(number):
    return number * 2

if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        print(list(pool.map(double, [1, 2, 3])))
"""
THREADS = """
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(3) as pool:
    print(sum(pool.map(len, ["tea", "mug"])))
"""
HTTPX = """
import httpx

def handler(request):
    return httpx.Response(200, json={"path": request.url.path})

with httpx.Client(transport=httpx.MockTransport(handler)) as client:
    print(client.get("http://harbour.test/parcels").json())
"""


@pytest.mark.parametrize(
    ("source", "needs", "printed"),
    [
        (FLASK, ("flask",), "201 {'name': 'tea'} 404\n"),
        (FASTAPI, ("fastapi",), "{'name': 'tea', 'weight': 2.0}\n422\n"),
        (DJANGO, ("django",), "{'names': ['tea']} 404\nauth harbour\n"),
        (SQLALCHEMY, ("sqlalchemy",), "['tea']\n"),
        (HTTPX, ("httpx",), "{'path': '/parcels'}\n"),
        (SERVER, ("asyncio", "localhost"), "got parcel\n"),
        (PROCESSES, ("processes",), "[2, 4, 6]\n"),
        (THREADS, ("threads",), "6\n"),
    ],
    ids=["flask", "fastapi", "django", "sqlalchemy", "httpx", "localhost", "processes", "threads"],
)
def test_it_really_runs(source: str, needs: tuple[str, ...], printed: str, door: Door) -> None:
    for _ in range(2):  # a worker is as good as the one before
        report = door.run(source, needs=needs)
        assert report.verdict is Verdict.PASSED, report
        assert report.printed == printed


def test_without_the_need_there_is_no_network_and_no_process(door: Door) -> None:
    assert door.run(SERVER).verdict is Verdict.ERROR
    assert door.run(PROCESSES).verdict is not Verdict.PASSED


def test_processes_end_with_their_program(door: Door) -> None:
    report = door.run(
        "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n        os.setsid()\n"
        "        time.sleep(60)\n        os._exit(0)\nprint('started')\n",
        needs=("processes",),
    )
    assert report.printed == "started\n"
    assert report.seconds < 3


def test_a_package_that_is_not_installed_is_said_calmly(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    from course.worker import warm

    assert warm.warm(("asyncio", "threads", "flask")) == []
    monkeypatch.setitem(warm._MODULES, "pydantic", ("not_installed_anywhere",))
    assert warm.warm(("pydantic",)) == ["pydantic"]


def test_tests_may_import_what_holds_lazy_settings(door: Door, tmp_path: Path) -> None:
    folder = tmp_path / "zone"
    folder.mkdir()
    source = "from django.conf import settings\n\nsettings.configure(TIME_ZONE='UTC')\n"
    source += "\n\ndef zone():\n    return settings.TIME_ZONE\n"
    files = {
        "exercise.yaml": "title: Zone\nkind: write\nbrief: Say it.\nneeds: [django]\n",
        "starter.py": "def zone():\n    return None\n",
        "solution.py": source,
        "test_zone.py": "from django.test.utils import override_settings\n"
        "from zone import zone\n\n\ndef test_zone():\n    assert zone() == 'UTC'\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    assert door.check(read_exercise(folder), source).verdict is Verdict.PASSED


def test_a_workload_finds_the_data_files_where_the_tests_do(door: Door, tmp_path: Path) -> None:
    folder = tmp_path / "total"
    (folder / "data").mkdir(parents=True)
    slow = "from data.counts import COUNTS\n\n\ndef total():\n"
    slow += "    return sum(count for count in COUNTS for _ in range(50_000)) // 50_000\n"
    quick = "from data.counts import COUNTS\n\n\ndef total():\n    return sum(COUNTS)\n"
    files = {
        "exercise.yaml": "title: Total\nkind: refactor\nbrief: Add up.\n"
        "rules: {limits: {time_ratio: 0.5, workload: total()}}\n",
        "starter.py": slow,
        "solution.py": quick,
        "test_total.py": "from total import total\n\n\n"
        "def test_total():\n    assert total() == 6\n",
        "data/counts.py": "COUNTS = [1, 2, 3]\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    assert door.check(read_exercise(folder), quick).verdict is Verdict.PASSED
    assert door.check(read_exercise(folder), slow).verdict is Verdict.FAILED
    elsewhere = slow.replace("def total", "def slowly") + (
        "\n\ndef total():\n    from threading import Thread\n\n    results = []\n"
        "    thread = Thread(target=lambda: results.append(slowly()))\n"
        "    thread.start()\n    thread.join()\n    return results[0]\n"
    )
    assert door.check(read_exercise(folder), elsewhere).verdict is Verdict.FAILED
