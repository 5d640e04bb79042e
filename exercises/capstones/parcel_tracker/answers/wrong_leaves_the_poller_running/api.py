"""The service: parcels over HTTP, changes over a websocket, the poller beside them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, HTTPException, Response, WebSocket
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field

from parcel_tracker.desk import CarrierDesk
from parcel_tracker.poller import EVERY, Poller
from parcel_tracker.push import Hub, push_changes
from parcel_tracker.store import Event, Parcel, ParcelExists, Store, UnknownParcel


class NewParcel(BaseModel):
    """What somebody sends who wants a parcel followed."""

    model_config = ConfigDict(extra="forbid")

    number: str = Field(min_length=3, max_length=30, pattern="^[A-Z0-9-]+$")
    carrier: str


class ParcelPage(BaseModel):
    """One parcel with all that happened to it."""

    number: str
    carrier: str
    status: str
    problem: str | None
    history: list[Event]


def create_app(store: Store, desk: CarrierDesk, every: float = EVERY) -> FastAPI:
    """Put the parts together. The poller runs from the start of the app to its end."""
    hub = Hub()
    poller = Poller(store, desk, hub.publish, every)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        polling = asyncio.create_task(poller.run())
        try:
            yield
        finally:
            polling.cancel()

    app = FastAPI(title="Parcel tracker", lifespan=lifespan)
    _add_parcels(app, store, desk, poller)

    @app.get("/")
    def page() -> FileResponse:
        return FileResponse(Path(__file__).with_name("page.html"))

    @app.websocket("/changes")
    async def changes(websocket: WebSocket) -> None:
        await push_changes(websocket, hub)

    return app


def _add_parcels(app: FastAPI, store: Store, desk: CarrierDesk, poller: Poller) -> None:
    """Give the app its path operations for parcels."""

    @app.post("/parcels", status_code=201)
    def add(new: NewParcel, response: Response) -> Parcel:
        if new.carrier not in desk.carriers:
            raise HTTPException(422, detail=f"no carrier is called {new.carrier}")
        try:
            parcel = store.add(new.number, new.carrier)
        except ParcelExists:
            raise HTTPException(409, detail=f"{new.number} is here already") from None
        response.headers["Location"] = f"/parcels/{parcel.number}"
        return parcel

    @app.get("/parcels")
    def every_parcel() -> list[Parcel]:
        return store.parcels()

    @app.get("/parcels/{number}")
    def one_parcel(number: str) -> ParcelPage:
        try:
            parcel, history = store.get(number), store.history(number)
        except UnknownParcel:
            raise HTTPException(404, detail=f"no parcel {number}") from None
        return ParcelPage(
            number=parcel.number,
            carrier=parcel.carrier,
            status=parcel.status,
            problem=poller.problems.get(number),
            history=history,
        )
