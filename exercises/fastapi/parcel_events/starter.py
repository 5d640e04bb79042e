from fastapi import FastAPI, WebSocket, WebSocketDisconnect

HISTORY = {7: ["packed"], 8: ["packed", "on the road"]}
WATCHERS = {7: set(), 8: set()}  # the open websockets of each parcel

app = FastAPI()


@app.websocket("/parcels/{number}/events")
async def watch(websocket: WebSocket, number: int):
    """Send the status as it is and then every new one, until the watcher goes."""
    await websocket.accept()
