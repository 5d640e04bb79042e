import re


def extract_tracking_numbers(text):
    digits = re.findall(r"\bHB[ -]?([0-9]{6})\b", text, re.IGNORECASE)
    return ["HB" + d for n, d in enumerate(digits) if d not in digits[n + 1:]]
