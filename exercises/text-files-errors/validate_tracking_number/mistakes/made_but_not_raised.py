"""A wrong number is returned as if it were fine: no exception is raised. Creating an exception isn't enough; `raise` sends it."""

WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]


class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    total = sum([int(digit) * weight for digit, weight in zip(digits, WEIGHTS)])
    return {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11)


def validate_tracking_number(text):
    number = text.replace(" ", "").upper()
    letters, digits = number[:2] + number[11:], number[2:11]
    if len(number) != 13:
        TrackingNumberError(f"{number} has {len(number)} characters, not 13")
    if not (letters.isalpha() and digits.isdigit()):
        TrackingNumberError(f"{number} is not two letters, nine digits, two letters")
    if int(digits[8]) != check_digit(digits[:8]):
        TrackingNumberError(f"{number} has the wrong check digit")
    return number
