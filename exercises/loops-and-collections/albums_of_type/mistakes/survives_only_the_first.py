"""An album without details is no problem any more, but details without a type still stop Python with a KeyError.
The second lookup has to survive too."""


def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if "details" in album:
            if album["details"]["type"] == wanted:
                titles.append(album["title"])

    return titles
