"""A number that occurs twice is in your result twice. The mail is about one parcel, so check whether you have it already."""

import re


def extract_tracking_numbers(text):
    found = re.findall(r"\bHB[ -]?(\d{6})\b", text.upper())
    return [f"HB{digits}" for digits in found]
