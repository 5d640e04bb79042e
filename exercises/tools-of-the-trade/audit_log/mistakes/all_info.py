"""Everything is logged as INFO, even what went wrong. Somebody who looks for warnings will never find it. Let
`ok` decide the level."""

import logging

SECRETS = {"password", "token", "card"}


def audit_line(action, details):
    """Return an event as one line, such as "action=refund cents=1890 order=4711"."""
    parts = [f"action={action}"]
    for name in sorted(details):
        value = details[name]
        if name in SECRETS:
            value = "***"
        parts.append(f"{name}={value}")
    return " ".join(parts)


def audit(logger, action, *, ok=True, **details):
    """Log an event: INFO when it went well, WARNING when it did not."""
    level = logging.INFO
    if ok:
        level = logging.INFO
    logger.log(level, "%s", audit_line(action, details | {"ok": ok}))
