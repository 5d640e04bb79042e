"""Your numbers are right, but every e-mail that nobody clicks stays in memory for ever.
The events are sorted: what is older than the window can be thrown out."""


def clicks_after_email(events, window=30):
    waiting = {}
    sent = clicked = 0
    for minute, kind, user in events:
        if kind == "email":
            sent += 1
            waiting.pop(user, None)
            waiting[user] = minute
        elif kind == "click" and user in waiting:
            if minute - waiting[user] <= window:
                clicked += 1
            del waiting[user]
    return sent, clicked
