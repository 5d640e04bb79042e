def albums_of_type(albums, wanted):
    titles = []
    for album in albums:
        details = album.get("details", {})
        if "type" in details and details["type"].endswith(wanted):
            titles.append(album["title"])
    return titles
