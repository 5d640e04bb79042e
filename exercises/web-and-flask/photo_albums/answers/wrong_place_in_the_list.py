from flask import Flask, request

ALBUMS = [
    {"id": 1, "title": "Lisbon", "type": "travel"},
    {"id": 2, "title": "Amira's birthday", "type": "family"},
    {"id": 3, "title": "Norway by train", "type": "travel"},
    {"id": 4, "title": "First steps", "type": "family"},
    {"id": 5, "title": "Porto", "type": "travel"},
]

app = Flask(__name__)


def first_albums(kind, most):
    """Give albums of a kind, or of all, until there are enough."""
    for album in ALBUMS:
        if most is not None and most <= 0:
            return
        if kind in (None, album["type"]):
            if most is not None:
                most -= 1
            yield album


@app.get("/albums")
def albums():
    """All albums, or those asked for."""
    return list(first_albums(request.args.get("type"), request.args.get("limit", type=int)))


@app.get("/albums/<int:number>")
def album(number):
    """One album."""
    if number <= len(ALBUMS):
        return ALBUMS[number - 1]
    return {"error": f"no album {number}"}, 404
