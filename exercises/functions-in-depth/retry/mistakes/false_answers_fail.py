"""You try again after 0, an empty string or `False`, because they count as false. They are answers; only `None`
means that the try failed."""

import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                result = function(*args, **kwargs)
                if result:
                    return result
            return None

        return wrapper

    return decorate
