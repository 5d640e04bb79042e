from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    """Change `settings` for the block and put them back afterwards."""
    before = settings.copy()
    settings.update(changes)
    try:
        yield settings
    finally:
        settings.clear()
        settings.update(before)
