from contextlib import ExitStack, contextmanager


@contextmanager
def temporary_settings(settings, **changes):
    def put_back(old):
        for name in set(settings) - set(old):
            settings.pop(name)
        settings.update(old)

    with ExitStack() as stack:
        stack.callback(put_back, {**settings})
        for name in changes:
            settings[name] = changes[name]
        yield settings
