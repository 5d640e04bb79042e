"""You keep the time of the *first* e-mail of a user. A second one starts a new half
hour: a click counts for the last e-mail."""


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
            waiting.setdefault(user, minute)
        elif kind == "click" and user in waiting:
            clicked += 1
            del waiting[user]
    return sent, clicked
