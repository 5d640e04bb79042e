def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if wanted in album.get("details", {}).values():
            titles.append(album["title"])
    return titles
