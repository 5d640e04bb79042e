"""You cut the list before you choose the type. With a limit of 1 only Lisbon is left to choose from, and
family albums seem not to exist. Choose first, cut after."""

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
    album_type = request.args.get("type")
    albums = ALBUMS[: request.args.get("limit", type=int)]
    if album_type is not None:
        albums = [album for album in albums if album["type"] == album_type]
    return albums


@app.get("/albums/<int:number>")
def show_album(number):
    for album in ALBUMS:
        if album["id"] == number:
            return album
    return {"error": f"no album {number}"}, 404
