"""`HB` is missing from your results. If there is a group in the pattern, `findall` returns what the *group* matched, and
nothing around it. You know what belongs in front."""

import re


def extract_tracking_numbers(text):
    numbers = []
    for number in re.findall(r"\bHB[ -]?(\d{6})\b", text.upper()):
        if number not in numbers:
            numbers.append(number)
    return numbers
