from flask import Flask, abort, request
from werkzeug.exceptions import BadRequest, NotFound, UnprocessableEntity, UnsupportedMediaType


def read_percent():
    """Return the percent of the body; refuse with 400 or 422."""
    try:
        body = request.get_json()
    except (BadRequest, UnsupportedMediaType):
        body = None
    if not isinstance(body, dict):
        raise BadRequest("send a JSON object")
    percent = body.get("percent")
    if type(percent) is int and 0 < percent < 91:
        return percent
    raise UnprocessableEntity("percent must be a whole number from 1 to 90")


def make_app():
    """Return a new app without promotions."""
    app = Flask(__name__)
    promotions = {}

    @app.errorhandler(BadRequest)
    @app.errorhandler(UnprocessableEntity)
    def refused(error):
        return {"error": error.description}, error.code

    @app.errorhandler(NotFound)
    def not_found(error):
        return {"error": "not found"}, 404

    @app.route("/promotions/<code>", methods=["GET", "PUT"])
    def promotion(code):
        status = 200
        if request.method == "PUT":
            percent = read_percent()
            status = 200 if code in promotions else 201
            promotions[code] = percent
        elif code not in promotions:
            raise NotFound
        return {"code": code, "percent": promotions[code]}, status

    return app
