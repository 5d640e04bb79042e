import logging

SECRETS = {"password", "token", "card"}


def audit_line(action, details):
    """Return an event as one line, such as "action=refund cents=1890 order=4711"."""
    parts = [f"action={action}"]
    for name in sorted(details):
        text = "***" if name in SECRETS and details[name] else str(details[name])
        if text.split() != [text]:
            text = repr(text)
        parts.append(f"{name}={text}")
    return " ".join(parts)


def audit(logger, action, *, ok=True, **details):
    """Log an event: INFO when it went well, WARNING when it did not."""
    level = logging.WARNING
    if ok:
        level = logging.INFO
    logger.log(level, "%s", audit_line(action, details | {"ok": ok}))
