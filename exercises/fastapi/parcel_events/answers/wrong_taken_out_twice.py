from fastapi import BackgroundTasks, FastAPI, HTTPException, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse

HISTORY = {7: ["packed"], 8: ["packed", "on the road"]}
WATCHERS = {7: set(), 8: set()}  # the open websockets of each parcel

app = FastAPI()


@app.websocket("/parcels/{number}/events")
async def watch(websocket: WebSocket, number: int):
    """Send the status as it is and then every new one, until the watcher goes."""
    await websocket.accept()
    if number not in HISTORY:
        await websocket.close(code=4404)
        return
    WATCHERS[number].add(websocket)
    try:
        await websocket.send_json({"status": HISTORY[number][-1]})
        while (await websocket.receive())["type"] != "websocket.disconnect":
            pass
    finally:
        WATCHERS[number].remove(websocket)


async def tell(number, status):
    """Push a new status to everyone who watches that parcel."""
    for websocket in list(WATCHERS[number]):
        if websocket in WATCHERS[number]:
            try:
                await websocket.send_json({"status": status})
            except WebSocketDisconnect:
                WATCHERS[number].discard(websocket)


def history_of(number):
    """Return the statuses of a parcel; refuse with 404 if there is none."""
    if number not in HISTORY:
        raise HTTPException(404, detail=f"no parcel {number}")
    return HISTORY[number]


@app.post("/parcels/{number}/status", status_code=202)
def report(number: int, status: str, background: BackgroundTasks):
    """Note a new status, and tell the watchers after the answer."""
    history_of(number).append(status)
    background.add_task(tell, number, status)
    return {"number": number, "status": status}


def as_events(statuses):
    """Yield each status in the form of server-sent events."""
    for status in statuses:
        yield f"event: status\ndata: {status}\n\n"


@app.get("/parcels/{number}/history")
def history(number: int):
    """Stream all statuses of a parcel so far."""
    return StreamingResponse(as_events(history_of(number)), media_type="text/event-stream")
