import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for _ in range(times):
                result = function(*args)
                if result is not None:
                    return result
            return None

        return wrapper

    return decorate
