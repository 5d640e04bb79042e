from collections import deque


def clicks_after_email(events, window=30):
    recent, last = deque(), {}
    sent = clicked = 0
    for minute, kind, user in events:
        while recent and recent[0][0] < minute - window:
            old, who = recent.popleft()
            if last.get(who) == old:
                del last[who]
        if kind == "email":
            sent += 1
            last[user] = minute
            recent.append((minute, user))
        if kind == "click" and last.pop(user, None) is not None:
            clicked += 1
    return sent, clicked
