import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(INSTALLED_APPS=[__name__], DATABASES={"default": DB})
    django.setup()

from django.db import connection, models
from django.db.models import Q


class Album(models.Model):
    """A photo album of a customer."""

    title = models.CharField(max_length=80)
    place = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    public = models.BooleanField(default=True)


class Photo(models.Model):
    """One photo of an album."""

    album = models.ForeignKey(
        Album, on_delete=models.CASCADE, related_name="photos"
    )


with connection.schema_editor() as editor:
    editor.create_model(Album)
    editor.create_model(Photo)


def albums_by_type(kind, search=""):
    with_photos = Photo.objects.values("album_id")
    albums = Album.objects.filter(public=True, kind=kind, pk__in=with_photos)
    if search:
        albums = albums.filter(title__iregex=search) | albums.filter(place__icontains=search)
    return albums.order_by("title")
