"""A parcel that is too heavy or weighs nothing is turned down, and stored all the same."""

import sqlite3
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

TABLE = """
    CREATE TABLE IF NOT EXISTS parcels (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        shop TEXT,
        city TEXT,
        grams INTEGER
    )
"""
KEYS = {"velo-key": "Velo", "chai-key": "Chai"}


class NewParcel(BaseModel):
    """A parcel as a shop announces it."""

    city: str = Field(min_length=1)
    grams: int


class Parcel(NewParcel):
    """A parcel as its shop sees it."""

    number: int
    cents: int


def get_path():
    """Return where the database file is."""
    return "parcels.db"


def get_connection(path: Annotated[str, Depends(get_path)]):
    """Open the database, hand it out, and close it."""
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute(TABLE)
        yield connection
    finally:
        connection.close()


def get_shop(
    token: Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))],
):
    """Return the shop whose key was sent; refuse with 401 if it is nobody's."""
    if token is None or token.credentials not in KEYS:
        raise HTTPException(401, detail="unknown key")
    return KEYS[token.credentials]


Connection = Annotated[sqlite3.Connection, Depends(get_connection)]
Shop = Annotated[str, Depends(get_shop)]
app = FastAPI()


def as_parcel(row):
    """Turn number, city and grams into what a shop sees."""
    number, city, grams = row
    return {"number": number, "city": city, "grams": grams, "cents": 490 + grams // 10}


def find(connection, shop, number):
    """Return one of the shop's own parcels; refuse with 404 if it has no such parcel."""
    query = "SELECT number, city, grams FROM parcels WHERE number = ? AND shop = ?"
    row = connection.execute(query, (number, shop)).fetchone()
    if row is None:
        raise HTTPException(404, detail=f"no parcel {number}")
    return as_parcel(row)


@app.post("/parcels", status_code=201)
def announce(wanted: NewParcel, shop: Shop, connection: Connection, response: Response) -> Parcel:
    """Announce a parcel."""
    insert = "INSERT INTO parcels (shop, city, grams) VALUES (?, ?, ?)"
    with connection:
        number = connection.execute(insert, (shop, wanted.city, wanted.grams)).lastrowid
    if not 1 <= wanted.grams <= 30_000:
        raise HTTPException(422, detail="1 to 30,000 grams")
    response.headers["Location"] = f"/parcels/{number}"
    return find(connection, shop, number)


@app.get("/parcels")
def parcels(shop: Shop, connection: Connection, after: int = 0, limit: int = 3) -> list[Parcel]:
    """List the shop's parcels with numbers above `after`, in ascending order."""
    query = """
        SELECT number, city, grams FROM parcels
        WHERE shop = ? AND number > ?
        ORDER BY number LIMIT ?
    """
    return [as_parcel(row) for row in connection.execute(query, (shop, after, limit))]


@app.get("/parcels/{number}")
def show(number: int, shop: Shop, connection: Connection) -> Parcel:
    """Give one parcel."""
    return find(connection, shop, number)


@app.delete("/parcels/{number}", status_code=204)
def cancel(number: int, shop: Shop, connection: Connection):
    """Cancel a parcel."""
    find(connection, shop, number)
    with connection:
        connection.execute("DELETE FROM parcels WHERE number = ?", (number,))
