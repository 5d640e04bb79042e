"""At 18:00 you still say good afternoon. *From 18 on* includes 18."""


def pick_greeting(name, hour):
    if hour < 12:
        return f"Good morning, {name}!"
    if hour <= 18:
        return f"Good afternoon, {name}!"
    return f"Good evening, {name}!"
