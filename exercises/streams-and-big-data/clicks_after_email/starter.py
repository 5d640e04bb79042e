def clicks_after_email(events, window=30):
    """Return (e-mails sent, e-mails followed by a click of their user within `window` minutes)."""
