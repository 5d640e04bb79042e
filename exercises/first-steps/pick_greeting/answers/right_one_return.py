def pick_greeting(name, hour):
    if hour >= 18:
        part = "evening"
    elif hour >= 12:
        part = "afternoon"
    else:
        part = "morning"
    return "Good " + part + ", " + name + "!"
