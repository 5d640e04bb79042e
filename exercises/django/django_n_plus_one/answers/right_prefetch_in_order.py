from data.harbour_sites import Album
from django.db.models import Prefetch
from data.harbour_sites import Photo


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    photos = Prefetch("photos", Photo.objects.order_by("title"), to_attr="in_order")
    albums = Album.objects.prefetch_related("owner", photos).order_by("title")
    lines = []
    for album in albums:
        shown = ", ".join(photo.title for photo in album.in_order) or "no photos"
        lines.append(f"{album.title} by {album.owner.name}: {shown}")
    return lines
