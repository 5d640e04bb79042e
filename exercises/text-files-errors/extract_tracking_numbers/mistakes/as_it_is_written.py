"""Your numbers come back with the space or hyphen in them, so `HB-204417` and `HB204417` look like two parcels. Bring all
of them into the same form before you compare."""

import re


def extract_tracking_numbers(text):
    numbers = []
    for number in re.findall(r"\bHB[ -]?\d{6}\b", text.upper()):
        if number not in numbers:
            numbers.append(number)
    return numbers
