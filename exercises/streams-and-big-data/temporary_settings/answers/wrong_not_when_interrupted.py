from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = dict(settings)
    settings.update(changes)
    try:
        yield settings
    except Exception:
        settings.clear()
        settings.update(before)
        raise
    else:
        settings.clear()
        settings.update(before)
