"""You also find numbers inside something longer, such as six of the seven digits of `HB2044179`. Say in the pattern that a
word begins before it and ends after it."""

import re


def extract_tracking_numbers(text):
    numbers = []
    for digits in re.findall(r"HB[ -]?(\d{6})", text.upper()):
        number = f"HB{digits}"
        if number not in numbers:
            numbers.append(number)
    return numbers
