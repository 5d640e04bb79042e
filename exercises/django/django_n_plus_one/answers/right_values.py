from data.harbour_sites import Album


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    found = {}
    rows = Album.objects.order_by("title", "pk", "photos__title")
    for pk, title, owner, photo in rows.values_list("pk", "title", "owner__name", "photos__title"):
        found.setdefault(pk, (f"{title} by {owner}: ", []))[1].append(photo)
    return [start + ("no photos" if photos == [None] else ", ".join(photos)) for start, photos in found.values()]
