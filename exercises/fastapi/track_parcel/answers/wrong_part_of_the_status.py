from fastapi import FastAPI, HTTPException

PARCELS = {
    12: {"events": ["packed"]},
    7: {"events": ["packed", "on the road", "delivered"]},
    8: {"events": ["packed"]},
    9: {"events": []},
}

app = FastAPI()


def status_of(parcel):
    """The last event of a parcel, or `announced` while there is none."""
    if not parcel["events"]:
        return "announced"
    return parcel["events"][-1]


@app.get("/parcels/{number}")
def track(number: int, history: bool = False):
    """Where one parcel is, with its history if wanted."""
    if number not in PARCELS:
        raise HTTPException(404, detail=f"no parcel {number}")
    parcel = PARCELS[number]
    answer = {
        "number": number,
        "status": status_of(parcel),
        "events": len(parcel["events"]),
    }
    if history:
        answer["history"] = parcel["events"]
    return answer


@app.get("/parcels")
def parcels_with(status: str):
    """The numbers of all parcels with that status."""
    return [number for number in sorted(PARCELS) if status in status_of(PARCELS[number])]
