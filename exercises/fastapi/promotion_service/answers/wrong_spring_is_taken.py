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
    connection = sqlite3.connect(settings.database, check_same_thread=False)
    try:
        connection.execute(TABLE)
        yield connection
    finally:
        connection.close()


app = FastAPI()
Shop = Annotated[sqlite3.Connection, Depends(get_connection)]


@app.post("/promotions", status_code=201)
def store(wanted: Promotion, shop: Shop, settings: Annotated[Settings, Depends(get_settings)]) -> Promotion:
    if wanted.percent > settings.max_percent:
        raise HTTPException(422, f"at most {settings.max_percent} percent")
    try:
        with shop:
            shop.execute("INSERT INTO promotions VALUES (?, ?, ?)", (wanted.code, wanted.percent, wanted.last_day.isoformat()))
    except sqlite3.IntegrityError:
        raise HTTPException(409, "SPRING is taken") from None
    return wanted


@app.get("/promotions/{code}/price")
def price(code: str, cents: int, shop: Shop, today: Annotated[date, Depends(get_today)]):
    row = shop.execute("SELECT percent FROM promotions WHERE code = ? AND last_day >= ?", (code, today.isoformat())).fetchone()
    if row is None:
        raise HTTPException(404, f"no promotion {code} today")
    return {"cents": cents * (100 - row[0]) // 100}
