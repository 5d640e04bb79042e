import sqlite3
from dataclasses import dataclass
from datetime import date

from fastapi import FastAPI
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


def get_connection():
    """Open the database that the settings name, hand it out, and close it."""


app = FastAPI()
