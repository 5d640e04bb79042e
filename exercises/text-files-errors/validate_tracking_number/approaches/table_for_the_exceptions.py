"""The two odd cases are in a dictionary, and `get` gives the number itself when it is not among
them. Shorter than two `if`s, once you are used to `get` with a second argument."""

WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]


class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    """Return the check digit for a text of eight digits."""
    total = sum([int(digit) * weight for digit, weight in zip(digits, WEIGHTS)])
    check = 11 - total % 11
    return {10: 0, 11: 5}.get(check, check)


def validate_tracking_number(text):
    """Return the number, cleaned. Raises TrackingNumberError."""
    number = text.replace(" ", "").upper()
    letters, digits = number[:2] + number[11:], number[2:11]
    if len(number) != 13:
        raise TrackingNumberError(f"{number} has {len(number)} characters, not 13")
    if not (letters.isalpha() and digits.isdigit()):
        raise TrackingNumberError(f"{number} is not two letters, nine digits, two letters")
    if digits[8] != str(check_digit(digits[:8])):
        raise TrackingNumberError(f"{number} has the wrong check digit")
    return number
