import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel, Field

TABLE = """
    CREATE TABLE IF NOT EXISTS promotions (
        code TEXT PRIMARY KEY,
        percent INTEGER,
        last_day TEXT
    )
"""


@dataclass(frozen=True)
class Settings:
    """What differs between the shop and a test."""

    database: str
    max_percent: int


class Promotion(BaseModel):
    """A discount for whoever knows its code."""

    code: str = Field(min_length=1)
    percent: int = Field(ge=1)
    last_day: date


def get_settings():
    """Return the settings of the shop."""
    return Settings("promotions.db", 50)


def get_today():
    """Return the day it is."""
    return date.today()


def get_connection(settings: Annotated[Settings, Depends(get_settings)]):
    """Open the database that the settings name, hand it out, and close it."""
    connection = sqlite3.connect(settings.database, check_same_thread=False)
    try:
        connection.execute(TABLE)
        yield connection
    finally:
        connection.close()


Connection = Annotated[sqlite3.Connection, Depends(get_connection)]
app = FastAPI()


@app.post("/promotions", status_code=201)
def add(
    promotion: Promotion,
    connection: Connection,
    settings: Annotated[Settings, Depends(get_settings)],
) -> Promotion:
    """Store a promotion whose code is new."""
    if promotion.percent > settings.max_percent:
        raise HTTPException(422, detail="at most 30 percent")
    values = (promotion.code, promotion.percent, promotion.last_day.isoformat())
    try:
        with connection:
            connection.execute("INSERT INTO promotions VALUES (?, ?, ?)", values)
    except sqlite3.IntegrityError:
        raise HTTPException(409, detail=f"{promotion.code} is taken") from None
    return promotion


@app.get("/promotions/{code}/price")
def price(
    code: str,
    cents: int,
    connection: Connection,
    today: Annotated[date, Depends(get_today)],
):
    """What something costs with a promotion that is valid today."""
    query = "SELECT percent, last_day FROM promotions WHERE code = ?"
    row = connection.execute(query, (code,)).fetchone()
    if row is None or today > date.fromisoformat(row[1]):
        raise HTTPException(404, detail=f"no promotion {code} today")
    return {"cents": cents * (100 - row[0]) // 100}
