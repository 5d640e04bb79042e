"""You collect the whole albums. Only their titles are wanted."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("details", {}).get("type") == wanted:
            titles.append(album)

    return titles
