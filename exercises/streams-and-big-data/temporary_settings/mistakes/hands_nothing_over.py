"""Inside the block, the name after `as` is `None`: the block gets nothing from you. What it gets
in a context manager with `yield` is the value that is yielded."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield
    finally:
        settings.clear()
        settings.update(before)
