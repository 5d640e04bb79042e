"""The JSON API: the same albums and the same rules, for programs."""

import json
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views import View

from photo_album_site.forms import AlbumForm
from photo_album_site.models import Album
from photo_album_site.permissions import may_change, visible_to

PAGE_SIZE = 20


class ApiError(Exception):
    """An answer with an error status: what is wrong, as a body for JSON."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


class JsonView(View):
    """A view whose errors are answered as JSON."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Call the method for the request's HTTP method."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except ApiError as error:
            return JsonResponse(error.body, status=error.status)


class AlbumList(JsonView):
    """The albums one may see; a new one with POST."""

    def get(self, request: HttpRequest) -> JsonResponse:
        """A page of albums, and the address of the next page."""
        albums = visible_to(request.user).select_related("owner")
        wanted = {}
        if "kind" in request.GET:
            wanted["kind"] = request.GET["kind"]
            if wanted["kind"] not in Album.Kind.values:
                raise ApiError(400, {"error": "no such kind"})
        albums = albums.filter(**wanted).prefetch_related("photos", "shared_with")
        page = Paginator(albums, PAGE_SIZE).get_page(request.GET.get("page"))
        following = None
        if page.has_next():
            query = urlencode({**wanted, "page": page.next_page_number()})
            following = f"{reverse('api-album-list')}?{query}"
        found = [as_json(album, request.user) for album in page]
        return JsonResponse({"albums": found, "next": following})

    def post(self, request: HttpRequest) -> JsonResponse:
        """Store a new album of who is logged in."""
        _refuse_strangers(request)
        album = _saved(Album(owner=request.user), _json_object(request))
        return JsonResponse(as_json(album, request.user), status=201)


class AlbumPage(JsonView):
    """One album."""

    def get(self, request: HttpRequest, number: int) -> JsonResponse:
        """The album."""
        return JsonResponse(as_json(_visible(request, number), request.user))

    def patch(self, request: HttpRequest, number: int) -> JsonResponse:
        """Change what is sent and leave the rest."""
        album = _changeable(request, number)
        values = {**as_json(album, request.user), **_json_object(request)}
        return JsonResponse(as_json(_saved(album, values), request.user))

    def delete(self, request: HttpRequest, number: int) -> HttpResponse:
        """Take the album away."""
        _changeable(request, number).delete()
        return HttpResponse(status=204)


def as_json(album: Album, user: User | AnonymousUser) -> dict[str, Any]:
    """What this user may know of an album. With whom it is shared is not for everybody."""
    found = {
        "id": album.pk,
        "title": album.title,
        "made_on": album.made_on.isoformat(),
        "kind": album.kind,
        "visibility": album.visibility,
        "owner": album.owner.username,
        "photos": [{"url": one.url, "caption": one.caption} for one in album.photos.all()],
    }
    if may_change(user, album):
        found["shared_with"] = sorted(one.username for one in album.shared_with.all())
    return found


def _visible(request: HttpRequest, number: int) -> Album:
    album = visible_to(request.user).filter(pk=number).first()
    if album is None:
        raise ApiError(404, {"error": "no such album"})
    return album


def _changeable(request: HttpRequest, number: int) -> Album:
    album = _visible(request, number)
    _refuse_strangers(request)
    if not may_change(request.user, album):
        raise ApiError(403, {"error": "not yours to change"})
    return album


def _refuse_strangers(request: HttpRequest) -> None:
    if not request.user.is_authenticated:
        raise ApiError(401, {"error": "log in first"})


def _json_object(request: HttpRequest) -> dict[str, Any]:
    try:
        data = json.loads(request.body)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise ApiError(400, {"error": "not a JSON object"})
    return data


def _saved(album: Album, data: dict[str, Any]) -> Album:
    album.title = data.get("title", album.title)
    if album.pk:
        album.save()
    form = AlbumForm({name: _as_typed(value) for name, value in data.items()}, instance=album)
    if not form.is_valid():
        raise ApiError(422, {"errors": form.errors.get_json_data()})
    return form.save()


def _as_typed(value: Any) -> str | list[Any]:
    """The value as a form's field expects it: a list of names, or text as somebody types it."""
    if isinstance(value, list):
        return value
    return "" if value is None else str(value)
