from flask import Blueprint, Flask, current_app, request

PARCELS = [
    {"id": 7, "city": "Porto"},
    {"id": 8, "city": "Lyon"},
    {"id": 9, "city": "Oslo"},
]
TICKETS = [{"id": 3, "subject": "Broken mug"}, {"id": 4, "subject": "Where is it?"}]

NOT_FOUND = ({"error": "not found"}, 404)


def page_of(rows):
    size = current_app.config.get("PAGE_SIZE") if current_app.config["PAGE_SIZE"] < 2 else 2
    page = request.args.get("page", 1, type=int)
    if page < 1:
        return {"error": "pages begin at 1"}, 400
    return rows[(page - 1) * size : page * size]


def one_of(rows, number):
    return next((row for row in rows if row["id"] == number), NOT_FOUND)


parcels = Blueprint("parcels", __name__, url_prefix="/parcels")
tickets = Blueprint("tickets", __name__, url_prefix="/tickets")


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
    return NOT_FOUND


def create_app(settings=None):
    app = Flask(__name__)
    app.config["PAGE_SIZE"] = 2
    app.config.update(settings or {})
    app.register_error_handler(404, not_found)
    app.register_blueprint(parcels)
    app.register_blueprint(tickets)
    return app
