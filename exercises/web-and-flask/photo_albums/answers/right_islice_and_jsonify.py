from flask import Flask, request
from itertools import islice
from flask import jsonify

ALBUMS = [
    {"id": 1, "title": "Lisbon", "type": "travel"},
    {"id": 2, "title": "Amira's birthday", "type": "family"},
    {"id": 3, "title": "Norway by train", "type": "travel"},
    {"id": 4, "title": "First steps", "type": "family"},
    {"id": 5, "title": "Porto", "type": "travel"},
]

app = Flask(__name__)


@app.route("/albums")
def list_albums():
    """All albums, or those of a type, at most `limit` of them."""
    kind = request.args.get("type")
    try:
        limit = int(request.args["limit"])
    except (KeyError, ValueError):
        limit = None
    chosen = (album for album in ALBUMS if kind is None or album["type"] == kind)
    return jsonify(list(islice(chosen, limit)))


@app.route("/albums/<int:number>")
def show_album(number):
    """One album, or 404."""
    album = next((one for one in ALBUMS if one["id"] == number), None)
    if album is None:
        return jsonify(error=f"no album {number}"), 404
    return jsonify(album)
