def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album["title"] == wanted or album.get("details", {}).get("type") == wanted:
            titles.append(album["title"])
    return titles
