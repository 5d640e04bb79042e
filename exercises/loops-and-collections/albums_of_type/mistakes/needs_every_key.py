"""Python stops with a KeyError at an album that has no details, or whose details have no type. Both may be
missing, so your lookup has to survive that."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album["details"]["type"] == wanted:
            titles.append(album["title"])

    return titles
