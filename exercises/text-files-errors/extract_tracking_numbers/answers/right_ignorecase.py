import re


def extract_tracking_numbers(text):
    found = re.finditer(r"\bhb[\- ]?([0-9]{6})\b", text, re.IGNORECASE)
    return list(dict.fromkeys("HB" + match[1] for match in found))
