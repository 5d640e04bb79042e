"""A `deque` keeps the e-mails in order and a dictionary finds the last one of a user.
Nothing depends on the order of a dictionary, but you have to keep two collections in
step."""

from collections import deque


def clicks_after_email(events, window=30):
    """Return (e-mails sent, e-mails followed by a click of their user within `window` minutes)."""
    emails, last = deque(), {}
    sent = clicked = 0
    for minute, kind, user in events:
        while emails and emails[0][0] < minute - window:
            _, number, gone = emails.popleft()
            if last.get(gone) == number:
                del last[gone]
        if kind == "email":
            sent += 1
            emails.append((minute, sent, user))
            last[user] = sent
        elif kind == "click" and last.pop(user, None) is not None:
            clicked += 1
    return sent, clicked
