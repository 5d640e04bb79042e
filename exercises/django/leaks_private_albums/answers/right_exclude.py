import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        SECRET_KEY="only for this exercise",
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            __name__,
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        DATABASES={"default": DB},
    )
    django.setup()

from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection, models
from django.db.models import Q
from django.http import JsonResponse
from django.urls import path


class Album(models.Model):
    """A photo album. A private one is for its owner alone."""

    title = models.CharField(max_length=80)
    place = models.CharField(max_length=80)
    owner = models.ForeignKey(User, on_delete=models.CASCADE)
    public = models.BooleanField(default=False)


with connection.schema_editor() as editor:
    for model in apps.get_models():
        editor.create_model(model)


def as_json(album):
    """Return what goes out of an album."""
    return {"id": album.id, "title": album.title, "place": album.place}


def visible_to(user):
    """Return the albums that a user may see: public ones, and their own."""
    return Album.objects.exclude(~Q(owner_id=user.id or 0), public=False)


def album_list(request):
    """The newest albums first."""
    albums = visible_to(request.user).order_by("-id")
    return JsonResponse({"albums": [as_json(album) for album in albums]})


def search(request):
    """Albums with a word in their title or their place."""
    word = request.GET.get("word", "")
    albums = visible_to(request.user).filter(
        Q(title__icontains=word) | Q(place__icontains=word)
    )
    return JsonResponse(
        {"albums": [as_json(album) for album in albums.order_by("title")]}
    )


def album_page(request, number):
    """One album."""
    album = visible_to(request.user).filter(id=number).first()
    if album is None:
        return JsonResponse({"error": "no such album"}, status=404)
    return JsonResponse(as_json(album))


urlpatterns = [
    path("api/albums/", album_list),
    path("api/albums/search/", search),
    path("api/albums/<int:number>/", album_page),
]
