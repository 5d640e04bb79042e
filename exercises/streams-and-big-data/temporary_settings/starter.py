from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    """Change `settings` for the block and put them back afterwards."""
    yield
