from collections.abc import Callable
from contextlib import asynccontextmanager, closing
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request


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


def rows_of(request: Request):
    """Return the way to the tables of this service."""
    return request.app.state.database.rows


Rows = Annotated[Callable, Depends(rows_of)]
parcels = APIRouter(prefix="/parcels")
promotions = APIRouter(prefix="/promotions")


def page_of(rows, page):
    """Return two rows."""
    if page == 0:
        raise HTTPException(400, "pages begin at 1")
    return rows[2 * page - 2 : 2 * page]


def one_of(rows, number):
    """Return the row with that number."""
    for row in rows:
        if row["id"] == number:
            return row
    raise HTTPException(404, "not found")


@parcels.get("")
def list_parcels(rows: Rows, page: int = 1):
    return page_of(rows("parcels"), page)


@parcels.get("/{number}")
def show_parcel(rows: Rows, number: int):
    return one_of(rows("parcels"), number)


@promotions.get("")
def list_promotions(rows: Rows, page: int = 1):
    return page_of(rows("promotions"), page)


@promotions.get("/{number}")
def show_promotion(rows: Rows, number: int):
    return one_of(rows("promotions"), number)


async def name_the_request(request: Request, call_next):
    """Send the name of the request back."""
    response = await call_next(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "none")
    return response


@asynccontextmanager
async def lifespan(app):
    """Keep a connection open while the service runs."""
    with closing(Database(app.state.url)) as app.state.database:
        yield


def create_app(url="shop.db"):
    """Return a new service on the database of that address."""
    app = FastAPI(lifespan=lifespan)
    app.state.url = url
    app.middleware("http")(name_the_request)
    for router in (parcels, promotions):
        app.include_router(router)
    return app
