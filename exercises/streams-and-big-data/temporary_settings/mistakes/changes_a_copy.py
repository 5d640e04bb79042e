"""You change a copy and yield that. The rest of the program reads the dictionary it knows, and
sees nothing of the change."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    changed = settings.copy()
    changed.update(changes)
    yield changed
