"""After the block the dictionary is still as the block left it. A second name for it is no copy,
and `settings = ...` only gives your own name another dictionary. Put a copy back *into* this
one."""

from contextlib import contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    before = settings
    settings.update(changes)
    try:
        yield settings
    finally:
        settings.update(before)
