from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
PARCELS = []


class NewParcel(BaseModel):
    """A parcel as a shop announces it."""
