"""Inside the block, the name after `as` is `None`: your `yield` hands nothing over. Write what the
block shall get after `yield`."""

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
