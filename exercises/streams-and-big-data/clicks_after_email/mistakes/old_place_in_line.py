"""A user who gets a second e-mail keeps the place of the first one in your dictionary.
So the oldest is no longer in front, and e-mails that are too old stay. Take the user
out before you put them in again."""


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
            waiting[user] = minute
        elif kind == "click" and user in waiting:
            clicked += 1
            del waiting[user]
    return sent, clicked
