"""A parcel without events ends in error 500: the last entry of an empty list does not exist. Deal with
the empty list before you reach for its end."""

from fastapi import FastAPI, HTTPException

PARCELS = {
    12: {"events": ["packed"]},
    7: {"events": ["packed", "on the road", "delivered"]},
    8: {"events": ["packed"]},
    9: {"events": []},
}

app = FastAPI()


def status_of(parcel):
    return parcel["events"][-1] or "announced"


@app.get("/parcels/{number}")
def track(number: int, history: bool = False):
    if number not in PARCELS:
        raise HTTPException(404, detail=f"no parcel {number}")
    parcel = PARCELS[number]
    answer = {"number": number, "status": status_of(parcel), "events": len(parcel["events"])}
    if history:
        answer["history"] = parcel["events"]
    return answer


@app.get("/parcels")
def parcels_with(status: str):
    found = []
    for number in sorted(PARCELS):
        if PARCELS[number]["events"] and status_of(PARCELS[number]) == status:
            found.append(number)
    return found
