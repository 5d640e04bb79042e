WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]


class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    """Return the check digit for a text of eight digits."""
    total = 0
    for digit, weight in zip(digits, WEIGHTS):
        total += int(digit) * weight
    check = 11 - total % 11
    if check == 10:
        return 0
    if check == 11:
        return 5
    return check


def validate_tracking_number(text):
    """Return the number, cleaned. Raises TrackingNumberError."""
    number = text.replace(" ", "").upper()
    if len(number) != 13:
        raise TrackingNumberError(f"{text} has {len(number)} characters, not 13")
    letters = number[:2] + number[11:]
    digits = number[2:11]
    if not letters.isalpha() or not digits.isdigit():
        raise TrackingNumberError(f"{number} is not two letters, nine digits, two letters")
    if int(digits[8]) != check_digit(digits[:8]):
        raise TrackingNumberError(f"{number} has the wrong check digit")
    return number
