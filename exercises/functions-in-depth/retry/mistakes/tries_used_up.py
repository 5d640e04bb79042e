"""The tries are used up for good: the second *call* of the decorated function goes on with what the first one
left. Start counting again inside the innermost function."""

import functools


def retry(times):
    def decorate(function):
        left = times

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal left
            while left > 0:
                left -= 1
                result = function(*args, **kwargs)
                if result is not None:
                    return result
            return None

        return wrapper

    return decorate
