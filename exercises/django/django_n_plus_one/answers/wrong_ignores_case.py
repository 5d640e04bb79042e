from data.harbour_sites import Album


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    lines = []
    albums = Album.objects.select_related("owner").prefetch_related("photos")
    for album in albums.order_by("title"):
        photos = ", ".join(sorted((photo.title for photo in album.photos.all()), key=str.lower))
        shown = photos or "no photos"
        lines.append(f"{album.title} by {album.owner.name}: {shown}")
    return lines
