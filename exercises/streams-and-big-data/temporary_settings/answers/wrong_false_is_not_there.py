from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = {k: v for k, v in settings.items() if v}
    settings.update(changes)
    try:
        yield settings
    finally:
        settings.clear()
        settings.update(before)
