from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    finally:
        for name in list(settings):
            if name in before:
                settings[name] = before[name]
            else:
                del settings[name]
