import re


def extract_tracking_numbers(text):
    """Return the tracking numbers in a text, such as HB204417, each of them once."""
