import re


def extract_tracking_numbers(text):
    found = re.findall(r"(?<![A-Z0-9])[Hh][Bb][ -]?(\d{6})(?![A-Z0-9])", text)
    return list(dict.fromkeys("HB" + digits for digits in found))
