import json

import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[__name__],
        DATABASES={"default": DB},
    )
    django.setup()

from django import forms
from django.db import connection, models
from django.http import JsonResponse
from django.urls import path
from django.views import View


class Album(models.Model):
    """A photo album. The owner's address is nobody else's business."""

    title = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    owner_email = models.EmailField()


class Photo(models.Model):
    """A photo in an album."""

    album = models.ForeignKey(
        Album, on_delete=models.CASCADE, related_name="photos"
    )
    title = models.CharField(max_length=80)


class AlbumForm(forms.ModelForm):
    """Checks what a program sends for a new album."""

    class Meta:
        model = Album
        fields = ["title", "kind", "owner_email"]


with connection.schema_editor() as editor:
    editor.create_model(Album)
    editor.create_model(Photo)


def as_json(album):
    return {"id": album.id, "title": album.title, "kind": album.kind, "photos": [p.title for p in Photo.objects.all()]}


class AlbumList(View):
    """All albums; a new one with POST."""

    def get(self, request):
        albums = Album.objects.order_by("title").prefetch_related("photos")
        kind = request.GET.get("kind")
        if kind is not None:
            albums = albums.filter(kind=kind)
        return JsonResponse({"albums": [as_json(album) for album in albums]})

    def post(self, request):
        try:
            body = json.loads(request.body)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return JsonResponse({"error": "not a JSON object"}, status=400)
        form = AlbumForm(body)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors.get_json_data()}, status=422)
        return JsonResponse(as_json(form.save()), status=201)


class AlbumPage(View):
    """One album."""

    def get(self, request, number):
        album = Album.objects.filter(id=number).first()
        if album is None:
            return JsonResponse({"error": "no such album"}, status=404)
        return JsonResponse(as_json(album))


urlpatterns = [
    path("api/albums/", AlbumList.as_view(), name="album-list"),
    path("api/albums/<int:number>/", AlbumPage.as_view(), name="album"),
]
