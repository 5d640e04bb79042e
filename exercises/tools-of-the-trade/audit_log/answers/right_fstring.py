import logging


def audit_line(action, details):
    shown = dict(details)
    for secret in ("card", "password", "token"):
        if secret in shown:
            shown[secret] = "***"
    line = "action=" + action
    for name, value in sorted(shown.items()):
        text = str(value)
        line += (
            f" {name}={text}"
            if text and not any(c.isspace() for c in text)
            else f" {name}={text!r}"
        )
    return line


def audit(logger, action, *, ok=True, **details):
    details["ok"] = ok
    line = audit_line(action, details)
    if ok:
        logger.info("%s", line)
    else:
        logger.warning("%s", line)
