class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    weights = "86423597"
    total = 0
    for index in range(8):
        total += int(digits[index]) * int(weights[index])
    rest = 11 - total % 11
    if rest >= 10:
        rest = 0 if rest == 10 else 5
    return rest


def validate_tracking_number(text):
    number = text.upper().replace(" ", "")
    if len(number) == 13:
        if number[:2].isalpha() and number[2:11].isdigit() and number[-2:].isalpha():
            if check_digit(number[2:10]) == int(number[10]):
                return number
            raise TrackingNumberError(number + " has the wrong check digit")
        raise TrackingNumberError(number + " is not two letters, nine digits, two letters")
    raise TrackingNumberError(f"{number} has {len(number)} characters, not 13")
