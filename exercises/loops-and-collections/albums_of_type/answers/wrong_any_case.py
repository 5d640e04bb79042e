def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("details", {}).get("type", "").lower() == wanted.lower():
            titles.append(album["title"])
    return titles
