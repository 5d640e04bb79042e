import re
def extract_tracking_numbers(text):
    found = re.findall(r"(?<![A-Za-z])[Hh][Bb][ -]?(\d{6})(?!\d)", text)
    return list(dict.fromkeys("HB" + digits for digits in found))
