import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result, left = None, times
            while result is None and left > 0:
                result = function(*args, **kwargs)
                left -= 1
            return result

        return wrapper

    return decorate
