import logging


def audit_line(action, details):
    words = [f"action={action}"]
    for name in sorted(details.keys()):
        text = "***" if name in ["password", "token", "card"] else f"{details[name]}"
        words.append(
            name + "=" + (text if len(text.split()) == 1 and text == text.strip() else repr(text))
        )
    return " ".join(words)


def audit(logger, action, *, ok=True, **details):
    message = audit_line(action, {**details, "ok": ok}).replace("%", "%%")
    logger.log(logging.INFO if ok else logging.WARNING, message % ())
