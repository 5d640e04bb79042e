"""You find only uppercase numbers, but many customers type `hb204417`. Bring the text into one case before you search."""

import re


def extract_tracking_numbers(text):
    numbers = []
    for digits in re.findall(r"\bHB[ -]?(\d{6})\b", text):
        number = f"HB{digits}"
        if number not in numbers:
            numbers.append(number)
    return numbers
