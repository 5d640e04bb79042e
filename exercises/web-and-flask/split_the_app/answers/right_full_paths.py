from flask import Blueprint, Flask, abort, current_app, request

PARCELS = [
    {"id": 7, "city": "Porto"},
    {"id": 8, "city": "Lyon"},
    {"id": 9, "city": "Oslo"},
]
TICKETS = [{"id": 3, "subject": "Broken mug"}, {"id": 4, "subject": "Where is it?"}]

parcels = Blueprint("parcels", __name__)
tickets = Blueprint("tickets", __name__)


def page_of(rows):
    """Return the rows of the page that the request asks for."""
    size = current_app.config["PAGE_SIZE"]
    page = request.args.get("page", 1, type=int)
    if page < 1:
        return {"error": "pages begin at 1"}, 400
    start = (page - 1) * size
    return rows[start : start + size]


def find(rows, number):
    """Return the row with that id, or answer 404."""
    for row in rows:
        if row["id"] == number:
            return row
    return abort(404)


@parcels.route("/parcels/")
def list_parcels():
    """One page of the parcels."""
    return page_of(PARCELS)


@parcels.route("/parcels/<int:number>")
def show_parcel(number):
    """One parcel."""
    return find(PARCELS, number)


@tickets.route("/tickets/")
def list_tickets():
    """One page of the tickets."""
    return page_of(TICKETS)


@tickets.route("/tickets/<int:number>")
def show_ticket(number):
    """One ticket."""
    return find(TICKETS, number)


def not_found(error):
    """Answer in JSON that there is no such thing."""
    return {"error": "not found"}, 404


def create_app(settings=None):
    """Return a new app; settings replace the defaults."""
    app = Flask(__name__)
    app.config["PAGE_SIZE"] = 2
    app.config.update(settings or {})
    app.register_error_handler(404, not_found)
    app.register_blueprint(parcels)
    app.register_blueprint(tickets)
    return app
