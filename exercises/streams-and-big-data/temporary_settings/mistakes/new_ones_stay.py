"""Old values come back, but settings that were new stay behind: `update` adds and replaces, it
never takes anything away."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    finally:
        settings.update(before)
