def clicks_after_email(events, window=30):
    """Return (e-mails sent, e-mails followed by a click of their user within `window` minutes)."""
    waiting = {}  # user -> minute of the last e-mail, the oldest first
    sent = clicked = 0
    for minute, kind, user in events:
        forget_before(waiting, minute - window)
        if kind == "email":
            sent += 1
            waiting.pop(user, None)
            waiting[user] = minute
        elif user in waiting:
            clicked += 1
            del waiting[user]
    return sent, clicked


def forget_before(waiting, minute):
    """Take out of `waiting`, which is sorted, what is older than `minute`."""
    while waiting:
        oldest = next(iter(waiting))
        if waiting[oldest] >= minute:
            break
        del waiting[oldest]
