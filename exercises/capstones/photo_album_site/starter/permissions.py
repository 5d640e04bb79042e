"""Who may see and change an album. Pages, API and admin all ask here."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from photo_album_site.models import Album


def visible_to(user: User | AnonymousUser) -> QuerySet[Album]:
    """The albums that this user may see, each of them once."""


def may_change(user: User | AnonymousUser, album: Album) -> bool:
    """Owners may change their albums; the team may change public ones."""
