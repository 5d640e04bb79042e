import re


def extract_tracking_numbers(text):
    result = []
    for piece in re.findall(r"\b[hH][bB][ -]?\d{6}\b", text):
        number = piece.upper().replace("-", "").replace(" ", "")
        if number not in result:
            result.append(number)
    return result
