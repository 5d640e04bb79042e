from flask import Flask, abort, request
from flask import Blueprint, current_app, jsonify


def put(code):
    """Create or replace a promotion."""
    promotions = current_app.config["PROMOTIONS"]
    body = request.get_json(force=False, silent=True)
    if type(body) is not dict:
        return jsonify(error="send a JSON object"), 400
    percent = body.get("percent")
    whole = isinstance(percent, int) and not isinstance(percent, bool)
    if not whole or percent not in range(1, 91):
        return jsonify(error="percent must be a whole number from 1 to 90"), 422
    is_new = code not in promotions
    promotions[code] = percent
    return jsonify(code=code, percent=percent), 201 if is_new else 200


def show(code):
    """Give a promotion."""
    promotions = current_app.config["PROMOTIONS"]
    return jsonify(code=code, percent=promotions[code]) if code in promotions else abort(404)


def make_app():
    """Return a new app without promotions."""
    app = Flask(__name__)
    app.config["PROMOTIONS"] = {}
    pages = Blueprint("promotions", __name__, url_prefix="/promotions")
    pages.add_url_rule("/<code>", view_func=put, methods=["PUT"])
    pages.add_url_rule("/<code>", view_func=show)
    app.register_blueprint(pages)
    app.register_error_handler(404, lambda error: ({"error": "not found"}, 404))
    return app
