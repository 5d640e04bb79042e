def retry(times):
    def decorate(function):
        def wrapper(*args, **kwargs):
            for _ in range(times):
                result = function(*args, **kwargs)
                if result is not None:
                    return result
            return None

        return wrapper

    return decorate
