"""The pages."""

from django.http import HttpRequest, HttpResponse

PAGE_SIZE = 12


def album_list(request: HttpRequest, kind: str | None = None) -> HttpResponse:
    """The albums that the visitor may see, of one kind or of all, page by page."""


def album_page(request: HttpRequest, number: int) -> HttpResponse:
    """One album with its photos."""


def new_album(request: HttpRequest) -> HttpResponse:
    """A form for a new album, which will belong to who is logged in."""


def edit_album(request: HttpRequest, number: int) -> HttpResponse:
    """A form for an album that is there already."""


def add_photo(request: HttpRequest, number: int) -> HttpResponse:
    """Put one more photo into an album."""
