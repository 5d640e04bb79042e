import re


def extract_tracking_numbers(text):
    result = []
    for digits in re.findall(r"\bHB ?-?(\d{6})\b", text, re.IGNORECASE):
        if "HB" + digits not in result:
            result.append("HB" + digits)
    return result
