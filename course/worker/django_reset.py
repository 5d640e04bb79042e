"""What Django keeps for the life of a process, put back so that another program can set it up.

Settings, the registry of apps, connections (a database in memory ends with its own), URLs, caches
and the receivers of signals. For trials of many variants in one process; whether that was enough
is shown by the unchanged program, which is tried in between.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Any

from .warm import django_forget

_SIGNALS = ("core.signals", "db.models.signals", "db.backends.signals", "test.signals",
            "contrib.auth.signals")  # fmt: skip
_SETTINGS = (
    *("CACHES", "DATABASE_ROUTERS", "TEMPLATES", "STORAGES", "STATIC_ROOT", "STATIC_URL"),
    *("STATICFILES_DIRS", "SERIALIZATION_MODULES", "LANGUAGES", "LOCALE_PATHS", "TIME_ZONE"),
    *("FORM_RENDERER", "AUTH_PASSWORD_VALIDATORS", "PASSWORD_HASHERS", "ROOT_URLCONF"),
)
"""Settings of which Django keeps something made; it forgets that when told that they change."""


class DjangoReset:
    """Notes how Django is before the first program, and puts that back after each."""

    def __init__(self) -> None:
        self.is_there = "django" in sys.modules
        self._receivers: list[tuple[Any, list[Any]]] = []
        if not self.is_there:
            return
        from django.apps import apps

        self._models = {label: dict(models) for label, models in apps.all_models.items()}
        self._receivers = [(signal, list(signal.receivers)) for signal in _signals()]

    def put_back(self) -> None:
        """Forget what a program set up."""
        if not self.is_there:
            return
        from django.apps import apps
        from django.conf import settings
        from django.db import connections
        from django.test.signals import setting_changed

        if settings.configured:
            for name in connections if "default" in settings.DATABASES else ():
                with contextlib.suppress(Exception):  # an engine that there is not
                    connection = connections[name].connection
                    if connection is not None:  # Django's own `close` leaves one in memory open
                        connection.close()
            for name in _SETTINGS:
                setting_changed.send_robust(sender=None, setting=name, value=None, enter=False)
            django_forget(apps, settings)
        else:
            apps.clear_cache()
        of_django = {name for name in sys.modules if name.startswith("django.")}
        for label, models in list(apps.all_models.items()):
            # Modules of Django's stay imported, so that no other program would register theirs.
            known = {name: it for name, it in models.items() if it.__module__ in of_django}
            models.clear()
            models.update(known | self._models.get(label, {}))
            for model in models.values():
                _forget_relations(model, of_django)
            if not models:
                del apps.all_models[label]
        apps._pending_operations.clear()
        for signal, receivers in self._receivers:
            signal.receivers[:] = receivers
            signal.sender_receivers_cache.clear()
        types = sys.modules.get("django.contrib.contenttypes.models")
        if types is not None:
            types.ContentType.objects.clear_cache()
        admin = sys.modules.get("django.contrib.admin.sites")
        if admin is not None:
            from django.utils.functional import empty

            admin.site._wrapped = empty


def _forget_relations(model: Any, of_django: set[str]) -> None:
    """Take away from a model of Django's what points to models that have gone."""
    for name, value in list(vars(model).items()):
        related = getattr(getattr(value, "rel", None), "related_model", None)
        if related is not None and getattr(related, "__module__", None) not in of_django:
            delattr(model, name)
    model._meta._expire_cache()


def _signals() -> list[Any]:
    from django.dispatch import Signal

    modules = [sys.modules.get(f"django.{name}") for name in _SIGNALS]
    return [one for module in modules if module for one in vars(module).values()
            if isinstance(one, Signal)]  # fmt: skip
