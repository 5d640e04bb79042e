from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException, Request


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


def create_app(url="shop.db"):
    """Return a new service on the database of that address."""

    @asynccontextmanager
    async def lifespan(app):
        app.state.database = Database(url)
        yield
        app.state.database.close()

    app = FastAPI(lifespan=lifespan)

    @app.middleware("http")
    async def name_the_request(request: Request, call_next):
        response = await call_next(request)
        response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "none")
        return response

    @app.get("/parcels")
    def list_parcels(request: Request, page: int = 1):
        if page < 1:
            raise HTTPException(400, "pages begin at 1")
        start = (page - 1) * 2
        rows = request.app.state.database.rows("parcels")
        return rows[start : start + 2]

    @app.get("/parcels/{number}")
    def show_parcel(request: Request, number: int):
        for row in request.app.state.database.rows("parcels"):
            if row["id"] == number:
                return row
        raise HTTPException(404, "not found")

    @app.get("/promotions")
    def list_promotions(request: Request, page: int = 1):
        if page < 1:
            raise HTTPException(400, "pages begin at 1")
        start = (page - 1) * 2
        rows = request.app.state.database.rows("promotions")
        return rows[start : start + 2]

    @app.get("/promotions/{number}")
    def show_promotion(request: Request, number: int):
        for row in request.app.state.database.rows("promotions"):
            if row["id"] == number:
                return row
        raise HTTPException(404, "not found")

    return app
