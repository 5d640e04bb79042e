import json

from fastapi import BackgroundTasks, FastAPI, HTTPException, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse

HISTORY = {7: ["packed"], 8: ["packed", "on the road"]}
WATCHERS = {7: set(), 8: set()}  # the open websockets of each parcel

app = FastAPI()


@app.websocket("/parcels/{number}/events")
async def watch(websocket: WebSocket, number: int):
    await websocket.accept()
    if number not in HISTORY:
        await websocket.close(4404)
        return
    await websocket.send_json({"status": HISTORY[number][-1]})
    WATCHERS[number].add(websocket)
    try:
        while (await websocket.receive())["type"] != "websocket.disconnect":
            pass
    except WebSocketDisconnect:
        pass
    finally:
        WATCHERS[number].discard(websocket)


async def tell(number, status):
    for websocket in list(WATCHERS[number]):
        try:
            await websocket.send_json({"status": status})
        except Exception:
            WATCHERS[number].discard(websocket)


def known(number):
    if number not in HISTORY:
        raise HTTPException(404, f"no parcel {number}")


@app.post("/parcels/{number}/status", status_code=202)
def add(number: int, status: str, tasks: BackgroundTasks):
    known(number)
    HISTORY[number].append(status)
    tasks.add_task(tell, number, status)
    return {"number": number, "status": status}


@app.get("/parcels/{number}/history")
def history(number: int):
    known(number)
    return StreamingResponse((f"event: status\ndata: {one}\n\n" for one in HISTORY[number]), media_type="text/event-stream")
