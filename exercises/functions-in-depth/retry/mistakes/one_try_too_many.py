"""There is one try too many, and even with 0 tries the function is called. Every call counts as a try."""

import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result = function(*args, **kwargs)
            for _ in range(times):
                if result is not None:
                    return result
                result = function(*args, **kwargs)
            return result

        return wrapper

    return decorate
