def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        if album.get("details", {}).get("type", "").strip() == wanted.strip():
            titles.append(album["title"])
    return titles
