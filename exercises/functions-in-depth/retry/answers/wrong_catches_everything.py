import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    result = function(*args, **kwargs)
                except Exception:
                    continue
                if result is not None:
                    return result
            return None

        return wrapper

    return decorate
