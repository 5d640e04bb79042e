def read_events(lines):
    texts = (line.rstrip("\n") for line in lines)
    rows = (text.split(",") for text in texts if text and text[0] != "#")
    return ({"time": a, "user": b, "feature": c} for a, b, c in (r for r in rows if len(r) == 3))
