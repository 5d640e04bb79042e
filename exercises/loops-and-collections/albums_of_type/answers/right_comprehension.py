def albums_of_type(albums, wanted):
    return [a["title"] for a in albums if "details" in a and a["details"].get("type") == wanted]
