def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("details") and album["details"].get("type") == wanted:
            if album["title"] not in titles:
                titles.append(album["title"])

    return titles
