def pick_greeting(name, hour):
    part = "morning"
    if 12 <= hour <= 17:
        part = "afternoon"
    if hour > 17:
        part = "evening"
    return f"Good {part}, {name}!"
