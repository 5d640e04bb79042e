"""The JSON API: the same albums and the same rules, for programs."""

from django.views import View

PAGE_SIZE = 20


class AlbumList(View):
    """The albums one may see; a new one with POST."""


class AlbumPage(View):
    """One album."""
