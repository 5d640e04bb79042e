from contextlib import asynccontextmanager
from functools import partial
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


def get_database(request: Request):
    return request.app.state.database


Connection = Annotated[Database, Depends(get_database)]
parcels = APIRouter(prefix="/parcels")
promotions = APIRouter(prefix="/promotions")


def page_of(rows, page):
    if page < 1:
        raise HTTPException(400, "pages begin at 1")
    start = (page - 1) * 2
    return rows[start : start + 2]


def one_of(rows, number):
    for row in rows:
        if row["id"] == number:
            return row
    raise HTTPException(404, "not found")


@parcels.get("/")
def list_parcels(database: Connection, page: int = 1):
    return page_of(database.rows("parcels"), page)


@parcels.get("/{number}")
def show_parcel(database: Connection, number: int):
    return one_of(database.rows("parcels"), number)


@promotions.get("")
def list_promotions(database: Connection, page: int = 1):
    return page_of(database.rows("promotions"), page)


@promotions.get("/{number}")
def show_promotion(database: Connection, number: int):
    return one_of(database.rows("promotions"), number)


async def name_the_request(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "none")
    return response


def lifespan_of(url):
    @asynccontextmanager
    async def lifespan(app):
        app.state.database = Database(url)
        try:
            yield
        finally:
            app.state.database.close()

    return lifespan


def create_app(url="shop.db"):
    """Return a new service on the database of that address."""
    app = FastAPI(lifespan=lifespan_of(url))
    app.middleware("http")(name_the_request)
    app.include_router(parcels)
    app.include_router(promotions)
    return app
