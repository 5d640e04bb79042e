"""Loads a framework and runs it once, so that a learner's first request finds it warm.

A need is a word of an exercise's `needs`. One that is no framework (`asyncio`, `localhost`,
`processes`, `threads`) only changes imports or what the sandbox allows.

A Django exercise's single file calls `settings.configure(...)`, guarded by
`if not settings.configured`, then `django.setup()`; its tests import it and use
`django.test.Client`; `needs: [django]`. The warm-up leaves the settings unconfigured.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import types
from collections.abc import Callable
from typing import Any


def warm(needs: tuple[str, ...]) -> list[str]:
    """Warm every framework named; returns the words whose package is not installed."""
    missing = []
    for need in needs:
        try:
            _WARMERS.get(need, _import_only(need))()
        except ModuleNotFoundError:
            missing.append(need)
    return missing


def _import_only(need: str) -> Callable[[], None]:
    def load() -> None:
        for name in _MODULES.get(need, ()):
            importlib.import_module(name)

    return load


_MODULES: dict[str, tuple[str, ...]] = {
    "httpx": ("httpx",),
    "numpy": ("numpy",),
    "pandas": ("pandas",),
    "pydantic": ("pydantic",),
    "threads": ("threading", "concurrent.futures.thread", "queue"),
    "processes": ("multiprocessing", "concurrent.futures.process"),
}


def _asyncio() -> None:
    """Runs a loop without a task: the learner's first is `Task-1`."""
    import asyncio
    import asyncio.taskgroups
    import asyncio.timeouts

    loop = asyncio.new_event_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, None)
    loop.run_until_complete(future)
    loop.close()


def _flask() -> None:
    from flask import Flask, abort, request

    app = Flask("warm")

    @app.post("/<int:number>")
    def answer(number: int) -> dict[str, int]:
        request.get_json()
        if number:
            abort(404)
        return {"number": number}

    client = app.test_client()
    client.post("/0", json={"a": 1}).get_json()
    client.post("/1", json={})
    client.get("/nowhere")


def _fastapi() -> None:
    from fastapi import FastAPI, HTTPException
    from fastapi.testclient import TestClient
    from pydantic import BaseModel

    class Item(BaseModel):
        name: int

    app = FastAPI()

    def read() -> dict[str, int]:
        return {}

    async def create(number: int, item: Any) -> Any:
        if number:
            raise HTTPException(404)
        return item

    create.__annotations__ = {"number": int, "item": Item}
    app.get("/")(read)
    app.post("/{number}")(create)
    client = TestClient(app)
    client.get("/")
    client.post("/0", json={"name": 1})
    client.post("/1", json={"name": 1})
    client.post("/0", json={})


def _sqlalchemy() -> None:
    from sqlalchemy import create_engine, select
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

    class Base(DeclarativeBase):
        pass

    namespace = {
        "__module__": __name__,
        "__tablename__": "warm",
        "__annotations__": {"id": Mapped[int]},
        "id": mapped_column(primary_key=True),
    }
    row: Any = type("Warm", (Base,), namespace)
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(row(id=1))
        session.commit()
        session.scalars(select(row)).all()
    engine.dispose()


def _django() -> None:
    import django
    from django.apps import apps
    from django.conf import settings

    urls: Any = types.ModuleType("_warm_urls")
    sys.modules["_warm_urls"] = urls
    settings.configure(
        SECRET_KEY="warm",  # noqa: S106 - a throwaway configuration
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="_warm_urls",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    )
    django.setup()
    _django_requests(urls)
    django_forget(apps, settings)
    del sys.modules["_warm_urls"]


def _django_requests(urls: Any) -> None:
    from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
    from django.test import Client, RequestFactory, TestCase  # noqa: F401
    from django.urls import path

    for name in ("template.backends.django", "views.defaults", "views.debug", "forms"):
        importlib.import_module(f"django.{name}")

    def found(_request: HttpRequest) -> HttpResponse:
        return JsonResponse({})

    def lost(_request: HttpRequest) -> HttpResponse:
        raise Http404

    urls.urlpatterns = [path("found", found), path("lost", lost)]
    client = Client(raise_request_exception=False)
    client.get("/found").json()
    client.get("/lost")
    client.post("/found", {"a": 1}, content_type="application/json")


def django_forget(apps: Any, settings: Any) -> None:
    """Back to unconfigured, so that the learner's own `settings.configure` works."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import connections
    from django.template import engines
    from django.template.engine import Engine
    from django.template.utils import get_app_template_dirs
    from django.urls import clear_url_caches, set_urlconf
    from django.utils.functional import empty

    with contextlib.suppress(ImproperlyConfigured):  # there is no `default` among them
        connections.close_all()
        for name in list(connections):
            with contextlib.suppress(AttributeError):  # nobody has asked for it
                del connections[name]
    connections.__dict__.pop("settings", None)
    connections._settings = None
    clear_url_caches()
    set_urlconf(None)
    get_app_template_dirs.cache_clear()
    Engine.get_default.cache_clear()
    engines.__dict__.pop("templates", None)
    engines._templates, engines._engines = None, {}
    apps.app_configs.clear()
    apps.apps_ready = apps.models_ready = apps.ready = apps.loading = False
    apps.ready_event.clear()
    apps.clear_cache()
    settings._wrapped = empty


_WARMERS: dict[str, Callable[[], None]] = {
    "asyncio": _asyncio,
    "flask": _flask,
    "fastapi": _fastapi,
    "sqlalchemy": _sqlalchemy,
    "django": _django,
}
