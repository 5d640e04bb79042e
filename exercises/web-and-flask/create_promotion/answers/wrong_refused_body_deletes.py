from flask import Flask, abort, request


def make_app():
    """Return a new app without promotions."""
    app = Flask(__name__)
    promotions = {}

    @app.errorhandler(404)
    def not_found(error):
        return {"error": "not found"}, 404

    @app.put("/promotions/<code>")
    def put_promotion(code):
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            promotions.pop(code, None)
            return {"error": "send a JSON object"}, 400
        percent = body.get("percent")
        if type(percent) is not int or not 1 <= percent <= 90:
            return {"error": "percent must be a whole number from 1 to 90"}, 422
        status = 200 if code in promotions else 201
        promotions[code] = {"code": code, "percent": percent}
        return promotions[code], status

    @app.get("/promotions/<code>")
    def show_promotion(code):
        if code not in promotions:
            abort(404)
        return promotions[code]

    return app
