from collections import defaultdict

from data.harbour_sites import Album, Photo


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    photos = defaultdict(list)
    for album_id, title in Photo.objects.order_by("title").values_list("album__title", "title"):
        photos[album_id].append(title)
    return [
        f"{title} by {owner}: {', '.join(photos[title]) or 'no photos'}"
        for pk, title, owner in Album.objects.order_by("title").values_list("pk", "title", "owner__name")
    ]
