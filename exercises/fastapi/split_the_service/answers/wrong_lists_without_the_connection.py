from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, HTTPException, Request


class Database:
    """Stands for a connection to a database; it belongs to another team."""

    TABLES = {
        "parcels": [
            {"id": 7, "city": "Porto"},
            {"id": 8, "city": "Lyon"},
            {"id": 9, "city": "Oslo"},
        ],
        "promotions": [{"id": 3, "code": "SPRING"}, {"id": 4, "code": "MUGS"}],
    }
    connections = []

    def __init__(self, url):
        self.url = url
        Database.connections.append(self)

    def rows(self, table):
        """Return all rows of a table."""
        if self not in Database.connections:
            raise RuntimeError("this connection is closed")
        return self.TABLES[table]

    def close(self):
        """End the connection."""
        Database.connections.remove(self)


parcels = APIRouter(prefix="/parcels")
promotions = APIRouter(prefix="/promotions")


def page_of(request, table, page):
    if page < 1:
        raise HTTPException(400, "pages begin at 1")
    return Database.TABLES[table][page * 2 - 2 : page * 2]


def one_of(request, table, number):
    for row in request.app.state.database.rows(table):
        if row["id"] == number:
            return row
    raise HTTPException(404, "not found")


@parcels.get("")
def list_parcels(request: Request, page: int = 1):
    return page_of(request, "parcels", page)


@parcels.get("/{number}")
def show_parcel(request: Request, number: int):
    return one_of(request, "parcels", number)


@promotions.get("")
def list_promotions(request: Request, page: int = 1):
    return page_of(request, "promotions", page)


@promotions.get("/{number}")
def show_promotion(request: Request, number: int):
    return one_of(request, "promotions", number)


@asynccontextmanager
async def lifespan(app):
    app.state.database = Database(app.state.url)
    try:
        yield
    finally:
        app.state.database.close()


async def name_the_request(request, call_next):
    response = await call_next(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "none")
    return response


def create_app(url="shop.db"):
    app = FastAPI(lifespan=lifespan)
    app.state.url = url
    app.middleware("http")(name_the_request)
    app.include_router(parcels)
    app.include_router(promotions)
    return app
