from data.harbour_sites import Album


def overview():
    """Return a line for each album: title, owner, its photos. All by title."""
    lines = []
    for album in Album.objects.order_by("title").select_related("owner").prefetch_related("photos"):
        titles = sorted({photo.title for photo in album.photos.all()})
        lines.append(f"{album.title} by {album.owner.name}: {', '.join(titles) or 'no photos'}")
    return lines
