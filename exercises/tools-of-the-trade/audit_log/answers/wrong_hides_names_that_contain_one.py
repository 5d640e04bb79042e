import logging


def audit_line(action, details):
    words = [f"action={action}"]
    for name in sorted(details):
        text = str(details[name])
        if "password" in name or "token" in name or "card" in name:
            text = "***"
        elif not text or len(text.split()) > 1 or text != text.strip():
            text = repr(text)
        words.append(f"{name}={text}")
    return " ".join(words)


def audit(logger, action, *, ok=True, **details):
    level = logging.INFO if ok else logging.WARNING
    logger.log(level, "%s", audit_line(action, {**details, "ok": ok}))
