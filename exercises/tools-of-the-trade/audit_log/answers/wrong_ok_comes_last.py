import logging
import re

SECRETS = ("password", "token", "card")


def audit_line(action, details):
    line = f"action={action}"
    for name, value in sorted(details.items(), key=lambda pair: pair[0]):
        if name in SECRETS:
            value = "***"
        elif not re.fullmatch(r"\S+", f"{value}"):
            value = repr(value)
        line += f" {name}={value}"
    return line


def audit(logger, action, *, ok=True, **details):
    write = logger.info if ok else logger.warning
    write(audit_line(action, details) + f" ok={ok}")
