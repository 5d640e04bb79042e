import time


def timed_calls(function, clock=time.perf_counter):
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        end = clock()
        wrapper.seconds += [end - start]
        return result

    wrapper.seconds = []
    wrapper.__name__ = function.__name__
    wrapper.__doc__ = function.__doc__
    return wrapper
