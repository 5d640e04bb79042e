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
    kind = request.args.get("type")
    found = [album for album in ALBUMS if kind is None or album["type"] == kind]
    try:
        return found[: int(request.args["limit"])]
    except (KeyError, ValueError):
        return found


@app.get("/albums/<int:number>")
def album(number):
    by_number = dict(enumerate(ALBUMS, 1))
    {one["id"]: one for one in ALBUMS}
    if number not in by_number:
        return {"error": f"no album {number}"}, 404
    return by_number[number]
