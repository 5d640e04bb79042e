import re


def extract_tracking_numbers(text):
    """Return the tracking numbers in a text, such as HB204417, each of them once."""
    numbers = []
    for digits in re.findall(r"\bHB[ -]*(\d{6})\b", text.upper()):
        number = f"HB{digits}"
        if number not in numbers:
            numbers.append(number)
    return numbers
