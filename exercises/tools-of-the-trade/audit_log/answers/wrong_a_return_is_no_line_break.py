import logging

SECRET = {"password", "token", "card"}


def audit_line(action, details):
    parts = [f"action={_shown(str(action))}"]
    for name in sorted(details):
        value = "***" if name in SECRET else _shown(str(details[name]))
        parts.append(f"{name}={value}")
    return " ".join(parts)


def _shown(text):
    if not text or " " in text or "\n" in text or "\t" in text:
        return repr(text)
    return text


def audit(logger, action, *, ok=True, **details):
    level = logging.INFO if ok else logging.WARNING
    logger.log(level, "%s", audit_line(action, {**details, "ok": ok}))
