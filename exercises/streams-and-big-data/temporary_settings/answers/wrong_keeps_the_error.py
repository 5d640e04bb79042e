from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    except Exception:
        pass
    settings.clear()
    settings.update(before)
