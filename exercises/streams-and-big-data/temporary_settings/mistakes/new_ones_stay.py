"""Old values come back, but settings that were new stay behind. Putting values back is not enough:
what was not there before has to go."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    finally:
        settings.update(before)
