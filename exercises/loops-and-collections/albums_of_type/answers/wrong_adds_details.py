def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.setdefault("details", {}).setdefault("type", "") == wanted:
            titles.append(album["title"])
    return titles
