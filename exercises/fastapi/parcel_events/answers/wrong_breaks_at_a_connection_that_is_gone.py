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
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                break
    except WebSocketDisconnect:
        pass
    finally:
        WATCHERS[number].discard(websocket)


async def tell(number, status):
    for websocket in list(WATCHERS[number]):
        try:
            await websocket.send_json({"status": status})
        except WebSocketDisconnect:
            WATCHERS[number].discard(websocket)


@app.post("/parcels/{number}/status", status_code=202)
async def add(number: int, status: str, background: BackgroundTasks):
    if number not in HISTORY:
        raise HTTPException(404, detail=f"no parcel {number}")
    HISTORY[number].append(status)
    background.add_task(tell, number, status)
    return {"number": number, "status": status}


async def events(statuses):
    for status in statuses:
        yield f"event: status\ndata: {status}\n\n"


@app.get("/parcels/{number}/history")
async def history(number: int):
    if number not in HISTORY:
        raise HTTPException(404, detail=f"no parcel {number}")
    return StreamingResponse(events(list(HISTORY[number])), media_type="text/event-stream")
