import sqlite3
from contextlib import closing
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
    with closing(sqlite3.connect(settings.database, check_same_thread=False)) as connection:
        connection.execute(TABLE)
        yield connection


app = FastAPI()
Database = Annotated[sqlite3.Connection, Depends(get_connection)]


@app.post("/promotions", status_code=201)
def create(
    promotion: Promotion, settings: Annotated[Settings, Depends(get_settings)], database: Database
):
    """Store a promotion."""
    if promotion.percent > settings.max_percent:
        raise HTTPException(422, f"at most {settings.max_percent} percent")
    with database:
        stored = database.execute(
            "INSERT OR IGNORE INTO promotions VALUES (:code, :percent, :last_day)",
            promotion.model_dump(mode="json"),
        ).rowcount
    if not stored:
        raise HTTPException(409, f"{promotion.code} is taken")
    return promotion


@app.get("/promotions/{code}/price")
def price(
    code: str, cents: int, today: Annotated[date, Depends(get_today)], database: Database
):
    """The price with the discount."""
    query = "SELECT percent FROM promotions WHERE code = ? AND last_day >= ?"
    for (percent,) in database.execute(query, (code, today.isoformat())):
        return {"cents": int(cents * (1 - percent / 100))}
    raise HTTPException(404, f"no promotion {code} today")
