def albums_of_type(albums, wanted):
    """List the titles of the albums whose type is the wanted one."""
    titles = []
    for album in albums:
        if album.get("details", {}).get("type") == wanted:
            titles.append(album["title"])

    return titles
