"""Old values come back, but new settings stay. Putting values back isn't enough: what wasn't there
before has to go."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    finally:
        settings.update(before)
