def pick_greeting(name, hour):
    if hour < 12:
        part = "morning"
    elif hour >= 12:
        part = "afternoon"
    elif hour >= 18:
        part = "evening"
    return f"Good {part}, {name}!"
