from flask import Flask, request

PARCELS = [
    {"id": 7, "city": "Porto"},
    {"id": 8, "city": "Lyon"},
    {"id": 9, "city": "Oslo"},
]
TICKETS = [{"id": 3, "subject": "Broken mug"}, {"id": 4, "subject": "Where is it?"}]


def create_app(settings=None):
    """Return a new app; settings replace the defaults."""
    app = Flask(__name__)
    app.config["PAGE_SIZE"] = 2
    if settings is not None:
        app.config.update(settings)

    @app.errorhandler(404)
    def not_found(error):
        return {"error": "not found"}, 404

    @app.get("/parcels/")
    def list_parcels():
        size = app.config["PAGE_SIZE"]
        page = request.args.get("page", 1, type=int)
        if page < 1:
            return {"error": "pages begin at 1"}, 400
        start = (page - 1) * size
        return PARCELS[start : start + size]

    @app.get("/parcels/<int:number>")
    def show_parcel(number):
        for parcel in PARCELS:
            if parcel["id"] == number:
                return parcel
        return {"error": "not found"}, 404

    @app.get("/tickets/")
    def list_tickets():
        size = app.config["PAGE_SIZE"]
        page = request.args.get("page", 1, type=int)
        if page < 1:
            return {"error": "pages begin at 1"}, 400
        start = (page - 1) * size
        return TICKETS[start : start + size]

    @app.get("/tickets/<int:number>")
    def show_ticket(number):
        for ticket in TICKETS:
            if ticket["id"] == number:
                return ticket
        return {"error": "not found"}, 404

    return app
