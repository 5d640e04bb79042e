import functools


def retry(times):
    """Return a decorator: call again while the result is None, at most `times` times."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                result = function(*args, **kwargs)
                if result is not None:
                    return result
            return None

        return wrapper

    return decorate
