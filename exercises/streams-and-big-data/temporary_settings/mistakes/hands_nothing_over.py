"""Inside the block, the name after `as` is `None`: the block gets nothing from you. In a context
manager with `yield`, it gets whatever is yielded."""

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
