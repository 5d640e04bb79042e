"""Where the details are missing, your first `get` gives `None`, and `None` cannot be asked with `get` again. Give the
first one a replacement that can."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("details").get("type") == wanted:
            titles.append(album["title"])

    return titles
