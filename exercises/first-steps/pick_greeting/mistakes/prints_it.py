"""The greeting appears on the screen, but the chat that calls your function gets `None`. Return the string
instead."""


def pick_greeting(name, hour):
    if hour < 12:
        print(f"Good morning, {name}!")
    elif hour < 18:
        print(f"Good afternoon, {name}!")
    else:
        print(f"Good evening, {name}!")
