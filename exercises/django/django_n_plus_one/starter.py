from data.harbour_sites import Album


def overview():
    """Return a line for each album, by title: title, owner, and its photos by title."""
    lines = []
    for album in Album.objects.order_by("title"):
        photos = ", ".join(photo.title for photo in album.photos.order_by("title"))
        lines.append(f"{album.title} by {album.owner.name}: {photos or 'no photos'}")
    return lines
