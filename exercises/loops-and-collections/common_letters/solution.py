def common_letters(one, other):
    return set(one.lower()) & set(other.lower())
