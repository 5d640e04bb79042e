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
def albums():
    found = ALBUMS
    kind = request.args.get("type")
    if kind is not None:
        found = [album for album in found if album["type"] == kind]
    limit = request.args.get("limit", type=int)
    if limit is not None:
        found = found[: max(limit, 0)]
    return found


@app.get("/albums/<int:number>")
def album(number):
    if 0 < number <= len(ALBUMS):
        return ALBUMS[number - 1]
    return {"error": f"no album {number}"}, 404
