import re


def extract_tracking_numbers(text):
    found = re.findall(r"\b(?:HB|hb|Hb)[ -]?(\d{6})\b", text)
    return list(dict.fromkeys("HB" + digits for digits in found))
