from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request


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


FirstPage = Annotated[int, Query(alias="page")]


def page_of(request, table, page):
    rows = request.app.state.database.rows(table)
    if page < 1:
        raise HTTPException(400, "pages begin at 1")
    start = (page - 1) * 2
    return rows[start : start + 2]


def find(request, table, number):
    rows = request.app.state.database.rows(table)
    found = next((row for row in rows if row["id"] == number), None)
    if found is None:
        raise HTTPException(404, "not found")
    return found


parcels = APIRouter(prefix="/parcels", tags=["parcels"])
promotions = APIRouter(prefix="/promotions", tags=["promotions"])


@parcels.get("")
def list_parcels(request: Request, page: FirstPage = 1):
    """One page of the parcels."""
    return page_of(request, "parcels", page)


@parcels.get("/{number}")
def show_parcel(request: Request, number: int):
    """One parcel."""
    return find(request, "parcels", number)


@promotions.get("")
def list_promotions(request: Request, page: FirstPage = 1):
    """One page of the promotions."""
    return page_of(request, "promotions", page)


@promotions.get("/{number}")
def show_promotion(request: Request, number: int):
    """One promotion."""
    return find(request, "promotions", number)


@asynccontextmanager
async def lifespan(app: FastAPI):
    """Hold a connection for as long as the service runs."""
    app.state.database = Database(app.state.url)
    try:
        yield
    finally:
        app.state.database.close()


async def name_the_request(request: Request, call_next):
    """Send the id of a request back with its answer."""
    response = await call_next(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "none")
    return response


def create_app(url="shop.db"):
    """Return a new service on the database of that address."""
    app = FastAPI(lifespan=lifespan)
    app.state.url = url
    app.middleware("http")(name_the_request)
    app.include_router(parcels)
    app.include_router(promotions)
    return app
