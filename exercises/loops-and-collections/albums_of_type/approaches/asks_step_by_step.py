"""Asks with `in` at each level. It is longer, and you can read each question aloud. It is also where you would
write down which albums have no details."""


def albums_of_type(albums, wanted):
    """List the titles of the albums whose type is the wanted one."""
    titles = []
    for album in albums:
        if "details" in album:
            details = album["details"]
            if "type" in details and details["type"] == wanted:
                titles.append(album["title"])

    return titles
