"""A course in a terminal: from a first `print` to a junior Python developer's working day."""

__version__ = "1.0.0"
