from functools import wraps


def retry(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                if (answer := function(*args, **kwargs)) is not None:
                    return answer

        return wrapper

    return decorate
