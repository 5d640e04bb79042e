def clicks_after_email(events, window=30):
    sent = clicked = 0
    last = {}
    for minute, kind, user in events:
        while last:
            oldest = next(iter(last))
            if last[oldest][0] >= minute - window:
                break
            del last[oldest]
        if kind == "email":
            sent += 1
            _, answered = last.pop(user, (minute, False))
            last[user] = (minute, answered)
        elif kind == "click" and user in last:
            sent_at, answered = last[user]
            if not answered:
                clicked += 1
            last[user] = (sent_at, True)
    return sent, clicked
