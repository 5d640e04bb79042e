"""The pages."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from photo_album_site.forms import AlbumForm, PhotoForm
from photo_album_site.models import NEWEST_FIRST, Album
from photo_album_site.permissions import may_change, visible_to

PAGE_SIZE = 12


def album_list(request: HttpRequest, kind: str | None = None) -> HttpResponse:
    """The albums that the visitor may see, of one kind or of all, page by page."""
    albums = visible_to(request.user)
    if kind is not None:
        if kind not in Album.Kind.values:
            raise Http404("no such kind of album")
        albums = albums.filter(kind=kind)
    counted = albums.select_related("owner").annotate(photo_count=Count("photos"))
    pages = Paginator(counted.order_by(*NEWEST_FIRST), PAGE_SIZE)
    page = pages.get_page(request.GET.get("page"))
    context = {"page": page, "kind": kind, "kinds": Album.Kind.values}
    return render(request, "albums/album_list.html", context)


def album_page(request: HttpRequest, number: int) -> HttpResponse:
    """One album with its photos."""
    album = _visible(request, number)
    return _album_page(request, album, PhotoForm())


@login_required
def new_album(request: HttpRequest) -> HttpResponse:
    """A form for a new album, which will belong to who is logged in."""
    return _album_form(request, Album(owner=request.user))


@login_required
def edit_album(request: HttpRequest, number: int) -> HttpResponse:
    """A form for an album that is there already."""
    return _album_form(request, _changeable(request, number))


@login_required
@require_POST
def add_photo(request: HttpRequest, number: int) -> HttpResponse:
    """Put one more photo into an album."""
    album = _changeable(request, number)
    form = PhotoForm(request.POST)
    if not form.is_valid():
        return _album_page(request, album, form)
    form.instance.album = album
    form.save()
    return redirect(album)


def _changeable(request: HttpRequest, number: int) -> Album:
    """The album; 404 for who may not see it, 403 for who may not change it."""
    album = _visible(request, number)
    if may_change(request.user, album):
        return album
    raise PermissionDenied("not yours")


def _visible(request: HttpRequest, number: int) -> Album:
    """The album; 404 for who may not see it."""
    for album in visible_to(request.user).filter(pk=number):
        return album
    raise Http404("no such album")


def _album_page(request: HttpRequest, album: Album, form: PhotoForm) -> HttpResponse:
    changeable = may_change(request.user, album)
    context = {"album": album, "form": form, "may_change": changeable}
    return render(request, "albums/album_page.html", context)


def _album_form(request: HttpRequest, album: Album) -> HttpResponse:
    """Show the form, or save what was sent with it."""
    form = AlbumForm(instance=album)
    if request.method == "POST":
        form = AlbumForm(request.POST, instance=album)
        if form.is_valid():
            return redirect(form.save())
    return render(request, "albums/album_form.html", {"form": form})
