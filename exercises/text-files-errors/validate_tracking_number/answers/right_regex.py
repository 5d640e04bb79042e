import re


class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    total = sum(int(d) * w for d, w in zip(digits, (8, 6, 4, 2, 3, 5, 9, 7)))
    return {0: 5, 1: 0}.get(total % 11, 11 - total % 11)


def validate_tracking_number(text):
    number = "".join(text.split()).upper()
    if len(number) != 13:
        raise TrackingNumberError(f"{number} has {len(number)} characters, not 13")
    if not re.fullmatch(r"[A-Z]{2}\d{9}[A-Z]{2}", number):
        raise TrackingNumberError(f"{number} is not two letters, nine digits, two letters")
    if number[10] != str(check_digit(number[2:10])):
        raise TrackingNumberError(f"{number} has the wrong check digit")
    return number
