WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]


class TrackingNumberError(ValueError):
    """A tracking number that cannot be right."""


def check_digit(digits):
    """Return the check digit for a text of eight digits."""


def validate_tracking_number(text):
    """Return the number, cleaned. Raises TrackingNumberError."""
