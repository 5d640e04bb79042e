def common_letters(one, other):
    return {a for a, b in zip(one.lower(), other.lower()) if a == b}
