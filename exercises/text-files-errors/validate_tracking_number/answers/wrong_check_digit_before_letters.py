class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    total = sum(int(digit) * weight for digit, weight in zip(digits, [8, 6, 4, 2, 3, 5, 9, 7]))
    check = 11 - total % 11
    return {10: 0, 11: 5}.get(check, check)


def validate_tracking_number(text):
    number = text.replace(" ", "").upper()
    if len(number) != 13:
        raise TrackingNumberError(f"{number} has {len(number)} characters, not 13")
    if not number[2:11].isdigit():
        raise TrackingNumberError(f"{number} is not two letters, nine digits, two letters")
    if int(number[10]) != check_digit(number[2:10]):
        raise TrackingNumberError(f"{number} has the wrong check digit")
    if not (number[:2] + number[11:]).isalpha():
        raise TrackingNumberError(f"{number} is not two letters, nine digits, two letters")
    return number
