from flask import Flask, request

ALBUMS = [
    {"id": 1, "title": "Lisbon", "type": "travel"},
    {"id": 2, "title": "Amira's birthday", "type": "family"},
    {"id": 3, "title": "Norway by train", "type": "travel"},
    {"id": 4, "title": "First steps", "type": "family"},
    {"id": 5, "title": "Porto", "type": "travel"},
]

app = Flask(__name__)
ALBUM_BY_NUMBER = {album["id"]: album for album in ALBUMS}


@app.get("/albums")
def list_albums():
    """All albums, or those of a type, at most `limit` of them."""
    album_type = request.args.get("type")
    fitting = [album for album in ALBUMS if album_type in (None, album["type"])]
    return fitting[: request.args.get("limit", type=int)]


@app.get("/albums/<int:number>")
def show_album(number):
    """One album, or 404."""
    if number not in ALBUM_BY_NUMBER:
        return {"error": f"no album {number}"}, 404
    return ALBUM_BY_NUMBER[number]
