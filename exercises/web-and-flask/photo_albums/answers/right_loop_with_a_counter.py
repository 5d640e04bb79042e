from flask import Flask, request

ALBUMS = [
    {"id": 1, "title": "Lisbon", "type": "travel"},
    {"id": 2, "title": "Amira's birthday", "type": "family"},
    {"id": 3, "title": "Norway by train", "type": "travel"},
    {"id": 4, "title": "First steps", "type": "family"},
    {"id": 5, "title": "Porto", "type": "travel"},
]

app = Flask(__name__)


@app.get("/albums")
def list_albums():
    """All albums, or those of a type, at most `limit` of them."""
    wanted = request.args.get("type")
    text = request.args.get("limit", "")
    most = int(text) if text.isdigit() else len(ALBUMS)
    found = []
    for album in ALBUMS:
        if len(found) < most and wanted in (None, album["type"]):
            found.append(album)
    return found


@app.get("/albums/<int:number>")
def show_album(number):
    """One album, or 404."""
    by_number = {album["id"]: album for album in ALBUMS}
    if number in by_number:
        return by_number[number]
    return {"error": f"no album {number}"}, 404
