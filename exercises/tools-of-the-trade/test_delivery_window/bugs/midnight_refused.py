"""The hour 0 is refused."""

WINDOWS = [(8, 12), (12, 16), (16, 20)]


def next_window(hour, express=False):
    """Return the first window, as (begin, end), that an order placed at `hour` still makes.

    Return None when no window is left today.
    """
    if hour <= 0 or hour > 23:
        raise ValueError(f"there is no hour {hour}")
    packed = hour + 2
    if express:
        packed = hour + 1
    for begin, end in WINDOWS:
        if packed <= begin:
            return begin, end
    return None
