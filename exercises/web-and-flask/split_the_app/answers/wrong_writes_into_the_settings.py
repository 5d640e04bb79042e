from flask import Blueprint, Flask, current_app, request

PARCELS = [
    {"id": 7, "city": "Porto"},
    {"id": 8, "city": "Lyon"},
    {"id": 9, "city": "Oslo"},
]
TICKETS = [{"id": 3, "subject": "Broken mug"}, {"id": 4, "subject": "Where is it?"}]


parcels = Blueprint("parcels", __name__, url_prefix="/parcels")
tickets = Blueprint("tickets", __name__, url_prefix="/tickets")


def page_of(rows):
    """One page of the rows, as the request asks for it."""
    size = current_app.config["PAGE_SIZE"]
    page = request.args.get("page", 1, type=int)
    if page < 1:
        return {"error": "pages begin at 1"}, 400
    start = (page - 1) * size
    return rows[start : start + size]


def one_of(rows, number):
    for row in rows:
        if row["id"] == number:
            return row
    return {"error": "not found"}, 404


@parcels.get("/")
def list_parcels():
    return page_of(PARCELS)


@parcels.get("/<int:number>")
def show_parcel(number):
    return one_of(PARCELS, number)


@tickets.get("/")
def list_tickets():
    return page_of(TICKETS)


@tickets.get("/<int:number>")
def show_ticket(number):
    return one_of(TICKETS, number)


def not_found(error):
    return {"error": "not found"}, 404


def create_app(settings=None):
    """Return a new app; settings replace the defaults."""
    app = Flask(__name__)
    app.config["PAGE_SIZE"] = 2
    settings = settings or {}
    settings.setdefault('PAGE_SIZE', 2)
    app.config.update(settings)
    app.register_error_handler(404, not_found)
    app.register_blueprint(parcels)
    app.register_blueprint(tickets)
    return app
