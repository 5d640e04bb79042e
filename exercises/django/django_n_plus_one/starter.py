from data.harbour_sites import Album


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    lines = []
    for album in Album.objects.order_by("title"):
        photos = ", ".join(
            photo.title for photo in album.photos.order_by("title")
        )
        shown = photos or "no photos"
        lines.append(f"{album.title} by {album.owner.name}: {shown}")
    return lines
