from collections import OrderedDict


def clicks_after_email(events, window=30):
    waiting = OrderedDict()
    sent = clicked = 0
    for minute, kind, user in events:
        while waiting and minute - next(iter(waiting.values())) > window:
            waiting.popitem(last=False)
        if kind == "email":
            sent = sent + 1
            waiting[user] = minute
            waiting.move_to_end(user)
        elif kind == "click":
            if user in waiting:
                clicked = clicked + 1
                waiting.pop(user)
    return (sent, clicked)
