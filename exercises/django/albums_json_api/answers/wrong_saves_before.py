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
    """Return what everybody may know of an album."""
    photos = [photo.title for photo in album.photos.all()]
    return {
        "id": album.id,
        "title": album.title,
        "kind": album.kind,
        "photos": photos,
    }


def read_object(request):
    """Return the JSON object in the body, or None where there is none."""
    try:
        data = json.loads(request.body)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


class AlbumList(View):
    """All albums; a new one with POST."""

    def get(self, request):
        albums = Album.objects.prefetch_related("photos").order_by("title")
        if "kind" in request.GET:
            albums = albums.filter(kind=request.GET["kind"])
        return JsonResponse({"albums": [as_json(album) for album in albums]})

    def post(self, request):
        data = read_object(request)
        if data is None:
            return JsonResponse({"error": "not a JSON object"}, status=400)
        form = AlbumForm(data)
        if not form.is_valid():
            if "title" in form.cleaned_data and "kind" in form.cleaned_data:
                Album.objects.create(title=form.cleaned_data["title"], kind=form.cleaned_data["kind"], owner_email=data.get("owner_email") or "")
            return JsonResponse(
                {"errors": form.errors.get_json_data()}, status=422
            )
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
