import logging


def audit_line(action, details):
    """Return an event as one line, such as "action=refund cents=1890 order=4711"."""


def audit(logger, action, *, ok=True, **details):
    """Log an event: INFO when it went well, WARNING when it did not."""
