from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException, WebSocket
from fastapi.responses import StreamingResponse

HISTORY = {7: ["packed"], 8: ["packed", "on the road"]}
WATCHERS = {7: set(), 8: set()}  # the open websockets of each parcel

app = FastAPI()


@app.websocket("/parcels/{number}/events")
async def watch(websocket: WebSocket, number: int):
    """Send the status as it is and then every new one, until the watcher goes."""
    await websocket.accept()
    if number not in HISTORY:
        await websocket.close(4404)
        return
    WATCHERS[number].add(websocket)
    await websocket.send_json({"status": HISTORY[number][-1]})
    while (await websocket.receive())["type"] != "websocket.disconnect":
        pass
    WATCHERS[number].discard(websocket)


def history_of(number: int):
    """Return the statuses of the parcel in the path."""
    if number not in HISTORY:
        raise HTTPException(404, f"no parcel {number}")
    return HISTORY[number]


History = Annotated[list, Depends(history_of)]


async def tell(number, status):
    """Tell everybody who watches the parcel."""
    for watcher in list(WATCHERS[number]):
        try:
            await watcher.send_json({"status": status})
        except Exception:
            WATCHERS[number].discard(watcher)


@app.post("/parcels/{number}/status", status_code=202)
async def add_status(number: int, status: str, history: History, later: BackgroundTasks):
    """Add a status; everybody is told after the answer."""
    history.append(status)
    later.add_task(tell, number, status)
    return {"number": number, "status": status}


@app.get("/parcels/{number}/history")
async def show_history(history: History):
    """Stream all statuses."""
    events = [f"event: status\ndata: {status}\n\n" for status in history]
    return StreamingResponse(iter(events), media_type="text/event-stream")
