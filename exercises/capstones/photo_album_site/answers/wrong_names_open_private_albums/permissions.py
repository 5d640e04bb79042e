"""Who may see and change an album. Pages, API and admin all ask here."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q, QuerySet

from photo_album_site.models import Album

CHANGE_ALBUM = "photo_album_site.change_album"


def visible_to(user: User | AnonymousUser) -> QuerySet[Album]:
    """The albums that this user may see, each of them once."""
    allowed = Q(visibility=Album.Visibility.PUBLIC)
    if user.is_authenticated:
        named = Q(pk__in=user.shared_albums.all())
        allowed = allowed | Q(owner=user) | named
    return Album.objects.filter(allowed)


def may_change(user: User | AnonymousUser, album: Album) -> bool:
    """Owners may change their albums; the team may change public ones."""
    if user.pk == album.owner_id:
        return True
    return album.visibility == Album.Visibility.PUBLIC and user.has_perm(CHANGE_ALBUM)
