"""After an exception the changes stay, as they did in Dublin: the exception comes out at the
`yield`, and the lines below it are skipped. They have to run in every case."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    yield settings
    settings.clear()
    settings.update(before)
