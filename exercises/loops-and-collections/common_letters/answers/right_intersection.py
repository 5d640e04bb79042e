def common_letters(one, other):
    one, other = one.upper(), other.upper()
    return {letter.lower() for letter in set(one).intersection(other)}
