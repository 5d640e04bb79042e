def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        try:
            if album["details"]["type"] == wanted:
                titles.append(album["title"])
        except KeyError:
            continue
    return titles
