from data.harbour_sites import Album
from data.harbour_sites import Photo


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    titles = {}
    for album_id, title in Photo.objects.order_by("title").values_list("album_id", "title"):
        titles.setdefault(album_id, []).append(title)
    rows = Album.objects.order_by("title").values_list("id", "title", "owner__name")
    return [
        f"{title} by {owner}: {', '.join(titles.get(number, ['no photos']))}"
        for number, title, owner in rows
    ]
