from fastapi import FastAPI, HTTPException

PARCELS = {
    12: {"events": ["packed"]},
    7: {"events": ["packed", "on the road", "delivered"]},
    8: {"events": ["packed"]},
    9: {"events": []},
}

app = FastAPI()
