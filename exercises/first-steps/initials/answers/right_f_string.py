def initials(first, last):
    signed = f"{first[0]}.{last[0]}."

    return signed
