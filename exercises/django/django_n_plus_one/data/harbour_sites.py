import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(INSTALLED_APPS=[__name__], DATABASES={"default": DB})
    django.setup()

from django.db import connection, models


class Owner(models.Model):
    """A customer who has albums."""

    name = models.CharField(max_length=80)


class Album(models.Model):
    """A photo album."""

    title = models.CharField(max_length=80)
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE)


class Photo(models.Model):
    """A photo in an album."""

    title = models.CharField(max_length=80)
    album = models.ForeignKey(
        Album, on_delete=models.CASCADE, related_name="photos"
    )


with connection.schema_editor() as editor:
    for model in (Owner, Album, Photo):
        editor.create_model(model)


def add_album(title, owner, photos):
    """Store an album with its owner's name and the titles of its photos."""
    album = Album.objects.create(
        title=title, owner=Owner.objects.create(name=owner)
    )
    for photo in photos:
        album.photos.create(title=photo)


def fill_site(albums):
    """Store that many albums of three photos each, once."""
    if not Album.objects.exists():
        for number in range(albums):
            photos = ["Harbour", "Bridge", "Tram"]
            add_album(f"Album {number:03}", f"Owner {number}", photos)


def round_trip(execute, sql, params, many, context):
    """Take some time for a query, as sending it over a network would."""
    sum(range(10_000))
    return execute(sql, params, many, context)
