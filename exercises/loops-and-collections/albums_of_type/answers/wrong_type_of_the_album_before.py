def albums_of_type(albums, wanted):
    titles = []
    kind = ""
    for album in albums:
        if "details" in album and "type" in album["details"]:
            kind = album["details"]["type"]
        if kind == wanted:
            titles.append(album["title"])
    return titles
