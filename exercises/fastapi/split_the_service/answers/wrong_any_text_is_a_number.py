from contextlib import asynccontextmanager
from functools import partial

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


def page_of(request, table, page):
    """Return two rows of a table."""
    if page < 1:
        raise HTTPException(400, "pages begin at 1")
    end = page * 2
    return request.app.state.database.rows(table)[end - 2 : end]


def row_of(request, table, number):
    """Return the row with that number."""
    rows = request.app.state.database.rows(table)
    found = next((row for row in rows if str(row["id"]) == str(number)), None)
    if found is None:
        raise HTTPException(404, "not found")
    return found


parcels = APIRouter()
promotions = APIRouter()


@parcels.get("/parcels")
def list_parcels(request: Request, page: int = 1):
    return page_of(request, "parcels", page)


@parcels.get("/parcels/{number}")
def show_parcel(request: Request, number: int):
    return row_of(request, "parcels", number)


@promotions.get("/promotions")
def list_promotions(request: Request, page: int = 1):
    return page_of(request, "promotions", page)


@promotions.get("/promotions/{number}")
def show_promotion(request: Request, number):
    return row_of(request, "promotions", number)


@asynccontextmanager
async def connected(app, url):
    """Keep a connection open while the service runs."""
    app.state.database = Database(url)
    try:
        yield
    finally:
        app.state.database.close()


async def name_the_request(request: Request, call_next):
    """Give the request's name back."""
    response = await call_next(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "none")
    return response


def create_app(url="shop.db"):
    """Return a new service on the database of that address."""
    app = FastAPI(lifespan=partial(connected, url=url))
    app.middleware("http")(name_the_request)
    app.include_router(parcels)
    app.include_router(promotions)
    return app
