"""No album is ever found. The type is not in the album itself but in its details, one level deeper."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("type") == wanted:
            titles.append(album["title"])

    return titles
