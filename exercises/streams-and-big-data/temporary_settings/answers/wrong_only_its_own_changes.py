from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    finally:
        for name in changes:
            settings.pop(name, None)
        settings.update(before)
