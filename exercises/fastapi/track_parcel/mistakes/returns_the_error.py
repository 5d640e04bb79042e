"""You return the error, you do not raise it. A returned value is an answer like any other, so the caller
gets status 200 and believes that all is well."""

from fastapi import FastAPI, HTTPException

PARCELS = {
    12: {"events": ["packed"]},
    7: {"events": ["packed", "on the road", "delivered"]},
    8: {"events": ["packed"]},
    9: {"events": []},
}

app = FastAPI()


def status_of(parcel):
    if not parcel["events"]:
        return "announced"
    return parcel["events"][-1]


@app.get("/parcels/{number}")
def track(number: int, history: bool = False):
    if number not in PARCELS:
        return {"detail": f"no parcel {number}"}
    parcel = PARCELS[number]
    answer = {"number": number, "status": status_of(parcel), "events": len(parcel["events"])}
    if history:
        answer["history"] = parcel["events"]
    return answer


@app.get("/parcels")
def parcels_with(status: str):
    return [number for number in sorted(PARCELS) if status_of(PARCELS[number]) == status]
