"""A click exactly at the end of the window isn't counted. "At most 30 minutes later" includes the thirtieth."""


def clicks_after_email(events, window=30):
    waiting = {}
    sent = clicked = 0
    for minute, kind, user in events:
        while waiting:
            oldest = next(iter(waiting))
            if minute - waiting[oldest] < window:
                break
            del waiting[oldest]
        if kind == "email":
            sent += 1
            waiting.pop(user, None)
            waiting[user] = minute
        elif kind == "click" and user in waiting:
            clicked += 1
            del waiting[user]
    return sent, clicked
