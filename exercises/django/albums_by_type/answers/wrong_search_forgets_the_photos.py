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
    """Return the public albums of a kind that have photos, sorted by title.

    With `search`, only those with that text in their title or their place.
    """
    albums = Album.objects.filter(public=True, kind=kind, photos__isnull=False)
    if search:
        albums = Album.objects.filter(kind=kind, public=True).filter(Q(title__icontains=search) | Q(place__icontains=search))
    return albums.distinct().order_by("title")
