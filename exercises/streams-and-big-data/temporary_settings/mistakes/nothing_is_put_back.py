"""After the block the dictionary is still as the block left it. A second name for it isn't a copy,
and `settings = ...` only makes your own name mean another dictionary. Put a copy back *into* this
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
