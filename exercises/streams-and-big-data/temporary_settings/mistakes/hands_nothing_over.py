"""Inside the block, the name after `as` is `None`: your `yield` has no value. Write what the
block should get after `yield`."""

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
