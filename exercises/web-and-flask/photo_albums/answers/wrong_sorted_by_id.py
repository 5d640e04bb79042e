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
    album_type = request.args.get("type")
    limit = request.args.get("limit", type=int)
    albums = sorted(ALBUMS, key=lambda a: a['id'])
    if album_type is not None:
        albums = [album for album in albums if album["type"] == album_type]
    if limit is not None:
        albums = albums[:limit]
    return albums


@app.get("/albums/<int:number>")
def show_album(number):
    """One album, or 404."""
    for album in ALBUMS:
        if album["id"] == number:
            return album
    return {"error": f"no album {number}"}, 404
