"""After a good answer the function is called once more: one call to look at the answer, another to return it. Keep the
answer under a name."""

import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                if function(*args, **kwargs) is not None:
                    return function(*args, **kwargs)
            return None

        return wrapper

    return decorate
