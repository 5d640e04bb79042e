"""Where the details are missing, the first lookup gives `None`, and `None` has no `get`. Give it something to
fall back on that can be asked again."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("details").get("type") == wanted:
            titles.append(album["title"])

    return titles
