"""For the tests: the site with a database in memory, and what to put into it."""

import os
from contextlib import contextmanager
from datetime import date

import django
from django.conf import settings

os.environ["DJANGO_SETTINGS_MODULE"] = "photo_album_site.settings"
os.environ["PHOTO_ALBUM_DEBUG"] = "1"  # only so that a key is there; it is switched off below
settings.DATABASES["default"]["NAME"] = ":memory:"
settings.DEBUG = False
settings.ALLOWED_HOSTS = ["testserver"]
settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
django.setup()

from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from photo_album_site.models import Album

tables = []


def make_tables():
    """Run all migrations, the first time it is called."""
    if not tables:
        make_tables_of_django()
        call_command("migrate", verbosity=0)
        tables.append("made")


def make_tables_of_django():
    """Make the tables of Django's own apps as they are today, and note their migrations as applied.

    That takes less time than to run those one after the other.
    """
    connection = connections["default"]
    own = [app for app in apps.get_app_configs() if app.name.startswith("django.")]
    with connection.schema_editor() as editor:
        for app in own:
            for model in app.get_models():
                editor.create_model(model)
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    labels = {app.label for app in own}
    for label, name in MigrationLoader(connection).disk_migrations:
        if label in labels:
            recorder.record_applied(label, name)


@contextmanager
def clean_database():
    """All tables, empty; what is written is undone in the end."""
    make_tables()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def old_database():
    """A database of its own that has only the first migration so far."""
    usual = connections["default"]
    connections["default"] = connections.create_connection("default")
    try:
        migrate_to("0001_initial")
        yield
    finally:
        connections["default"].connection.close()
        connections["default"] = usual


def migrate_to(name=None):
    """Migrate to that migration of the site, or to the newest: the models as they are then."""
    executor = MigrationExecutor(connections["default"])
    newest = executor.loader.graph.leaf_nodes("photo_album_site")
    wanted = [("photo_album_site", name)] if name else newest
    executor.migrate(wanted)
    return executor.loader.project_state(wanted).apps


def user(name, *permissions, **changes):
    """A user with that name and those permissions, such as `change_album`."""
    made = User.objects.create_user(name, **changes)
    made.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return made


def album(owner, title="Porto in May", shared_with=(), photos=(), **changes):
    """An album; photos are captions."""
    made = Album.objects.create(
        owner=owner, title=title, **{"made_on": date(2025, 5, 3), **changes}
    )
    made.shared_with.set(shared_with)
    for caption in photos:
        made.photos.create(url="https://pictures.example/1.jpg", caption=caption)
    return made


def missing(page, *texts):
    """Those of the texts that are not in the page."""
    return [text for text in texts if text not in page]
