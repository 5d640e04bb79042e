"""Your list is always empty: you ask the album itself for its type, but the type lies in the details, one level
deeper."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("type") == wanted:
            titles.append(album["title"])

    return titles
