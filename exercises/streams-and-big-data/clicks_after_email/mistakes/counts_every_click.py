"""One e-mail counts several times when its user clicks several times. After the first
click you are done with it, so take it out."""


def clicks_after_email(events, window=30):
    waiting = {}
    sent = clicked = 0
    for minute, kind, user in events:
        while waiting:
            oldest = next(iter(waiting))
            if minute - waiting[oldest] <= window:
                break
            del waiting[oldest]
        if kind == "email":
            sent += 1
            waiting.pop(user, None)
            waiting[user] = minute
        elif kind == "click" and user in waiting:
            clicked += 1
    return sent, clicked
