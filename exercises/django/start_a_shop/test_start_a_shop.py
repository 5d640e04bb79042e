import json

from start_a_shop import repository

TRY = '''
import importlib, io, json, os, re, sys

found = {}


def tell():
    print(json.dumps(found))
    sys.exit()


def attempt(name, work, *given, **more):
    try:
        return work(*given, **more)
    except (Exception, SystemExit) as error:
        found["failed"], found["error"] = name, f"{type(error).__name__}: {error}".splitlines()[0]
        tell()


named = re.search(r"DJANGO_SETTINGS_MODULE.*?['\\"]([\\w.]+)['\\"]", open("manage.py").read())
found["settings"] = module = named[1] if named else ""
for name in ("SHOP_SECRET_KEY", "SHOP_DEBUG", "SHOP_HOSTS"):
    os.environ.pop(name, None)
try:
    importlib.import_module(module)
    found["without a key"] = "starts"
except Exception as error:
    found["without a key"] = type(error).__name__
for name in [one for one in sys.modules if one == module]:
    del sys.modules[name]
os.environ["SHOP_SECRET_KEY"] = "a-key-for-this-run-of-the-site-only-5f2"
settings = attempt("settings", importlib.import_module, module)
found["debug"] = [settings.DEBUG]
found["key"] = settings.SECRET_KEY == os.environ["SHOP_SECRET_KEY"]
key = os.environ["SHOP_SECRET_KEY"]
os.environ["SHOP_SECRET_KEY"] = ""
try:
    found["key of nothing"] = importlib.reload(settings).SECRET_KEY
except (Exception, SystemExit):
    found["key of nothing"] = ""
os.environ["SHOP_SECRET_KEY"] = key
for value in ("0", "true", "2", "1"):
    os.environ["SHOP_DEBUG"] = value
    try:
        found["debug"].append(importlib.reload(settings).DEBUG)
    except ValueError:
        found["debug"].append(False)
del os.environ["SHOP_DEBUG"]
importlib.reload(settings)
settings.STATIC_URL = "/files-of-this-run/"

os.environ["DJANGO_SETTINGS_MODULE"] = module
import django
from django.core.management import call_command

attempt("setup", django.setup)
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

attempt("check", call_command, "check", stdout=io.StringIO())
attempt("migrate", call_command, "migrate", verbosity=0)
try:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    found["missing migrations"] = False
except SystemExit:
    found["missing migrations"] = True
setup_test_environment()
album = attempt("model", apps.get_model, "albums", "Album")
found["table"] = album._meta.db_table in connection.introspection.table_names()
if not found["table"]:
    tell()
empty = attempt("page", Client().get, "/albums/", secure=True)
found["empty"] = [empty.status_code, empty.content.decode()]
for title, year in (("Porto", 2023), ("Cats <b>", 2025), ("Arles", 2021)):
    attempt("model", album.objects.create, title=title, year=year)
page = attempt("page", Client().get, "/albums/", secure=True)
found["page"] = page.content.decode()
for number in range(60):
    attempt("model", album.objects.create, title=f"Shelf-{number:02}", year=2000)
everything = attempt("page", Client().get, "/albums/", secure=True).content.decode()
found["titles"] = len(set(re.findall(r"Shelf-\\d\\d", everything)))
found["year"] = type(album.objects.get(title="Porto").year).__name__
found["templates"] = [one.name for one in page.templates]
from django.template.loader_tags import ExtendsNode

found["extends"] = any(one.nodelist.get_nodes_by_type(ExtendsNode) for one in page.templates)
from pathlib import Path
from django.contrib.staticfiles import finders
from django.templatetags.static import static

style = "albums/style.css"
place = finders.find(style)
home = apps.get_app_config("albums").path
found["style"] = place is not None and Path(place).is_relative_to(home)
found["linked"] = found["style"] and static(style) in found["page"]
tell()
'''


def main():
    return repository.branches["main"]


def tried():
    """What the project of `main` does; it is set up in a process of its own."""
    assert "manage.py" in main().files, "There is no `manage.py` on `main` yet: begin with `startproject`."
    done = main().run("try_it.py", beside={"try_it.py": TRY})
    assert not done.status, f"The project cannot be set up:\n{done.output[-400:].strip()}"
    return json.loads(done.output.splitlines()[-1])


def worked():
    found = tried()
    where = found.get("failed")
    assert not where, f"Setting up the project fails ({where}): {found.get('error')}"
    return found


def test_the_project_can_be_set_up():
    worked()


def test_without_a_key_it_does_not_start():
    found = tried()
    assert found["without a key"] != "starts", (
        "Without `SHOP_SECRET_KEY` the settings load all the same, with a key that everybody can read "
        "in the code. Let them refuse."
    )
    assert found.get("key"), "`SECRET_KEY` is not what `SHOP_SECRET_KEY` says."


def test_an_empty_key_is_not_replaced():
    assert not worked().get("key of nothing"), (
        "With an empty `SHOP_SECRET_KEY` the settings take a key that everybody can read in the code."
    )


def test_debug_is_on_only_where_somebody_says_so():
    assert worked()["debug"] == [False, False, False, False, True], (
        "`DEBUG` should be on with `SHOP_DEBUG=1` and off in all other cases. Unset, `0`, `true`, `2` "
        f"and `1` give {worked()['debug']}."
    )


def test_the_migrations_make_the_table():
    found = worked()
    assert found["table"], "After `manage.py migrate` there is no table for `Album`: make its migration."
    assert not found["missing migrations"], (
        "`manage.py makemigrations --check` finds a change in the models that no migration makes."
    )


def test_the_list_says_that_there_is_nothing():
    status, text = worked().get("empty", [0, ""])
    assert status == 200, f"`/albums/` answers with status {status}."
    assert "No albums yet." in text, "Without albums, `/albums/` does not say `No albums yet.`"
    assert "No albums yet." not in worked().get("page", ""), (
        "With three albums, `/albums/` still says `No albums yet.`"
    )


def test_the_newest_album_comes_first():
    text = worked().get("page", "")
    assert "Porto" in text and all(year in text for year in ("2025", "2023", "2021")), (
        "`/albums/` does not show title and year of an album."
    )
    places = [text.index(year) for year in ("2025", "2023", "2021")]
    assert places == sorted(places), "On `/albums/` the newest year should come first."


def test_all_albums_are_on_the_page():
    shown = worked().get("titles", 0)
    assert shown == 60, f"Of 60 albums of one year, `/albums/` shows {shown}."


def test_titles_are_shown_as_they_are():
    assert "Cats &lt;b&gt;" in worked().get("page", ""), "The title `Cats <b>` becomes part of the HTML."


def test_the_page_is_a_template_that_extends_another():
    names = [name for name in worked().get("templates", []) if name]
    assert worked().get("extends"), (
        "`/albums/` is not made of a template that extends a base. Those in use: "
        f"{', '.join(names) or 'none'}."
    )


def test_the_style_sheet_is_a_static_file_of_the_app():
    found = worked()
    assert found.get("style"), (
        "Django finds no static file `albums/style.css` in the app: is it in `albums/static/albums`?"
    )
    assert found["linked"], "`/albums/` does not link `albums/style.css` with `{% static %}`."


def test_the_year_is_a_number():
    assert worked().get("year") == "int", "The `year` of an album is not stored as a whole number."


def test_the_database_is_not_in_git():
    kept = [name for name in main().files if name.endswith((".sqlite3", ".db"))]
    assert not kept, f"The database is in git: {', '.join(kept)}."


def test_nothing_is_left_to_commit():
    left = ", ".join(sorted(repository.status))
    assert repository.is_clean, f"`git status` still names {left}: commit it or ignore it."
