"""When every call fails, an error of another kind is raised."""

import time


def retry(action, tries=3, pause=1):
    """Call `action` until it succeeds, at most `tries` times, and return its result.

    Only a ConnectionError is tried again, after a pause (in seconds) that doubles each time. The
    last one is raised.
    """
    for number in range(1, tries + 1):
        try:
            return action()
        except ConnectionError:
            if number == tries:
                raise RuntimeError(f"gave up after {tries} tries") from None
            print(f"try {number} failed, next in {pause} s")
            time.sleep(pause)
            pause = pause * 2
