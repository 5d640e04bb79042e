import re


def extract_tracking_numbers(text):
    digits = re.findall(r"\bHB[\s-]?([0-9]{6})\b", text, re.IGNORECASE)
    return list(dict.fromkeys("HB" + d for d in digits))
