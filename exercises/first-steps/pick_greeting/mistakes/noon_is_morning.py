"""At 12:00 you still say good morning. *Before 12* leaves 12 out."""


def pick_greeting(name, hour):
    if hour <= 12:
        return f"Good morning, {name}!"
    if hour < 18:
        return f"Good afternoon, {name}!"
    return f"Good evening, {name}!"
