from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    except BaseException:
        for name in changes:
            settings.pop(name, None)
            if name in before:
                settings[name] = before[name]
        raise
    settings.clear()
    settings.update(before)
