"""You divide with `/`, so everybody pays parts of a cent. `/` always gives a number with a decimal point; you
need the division that counts whole times."""


def split_the_bill(total_cents, people):
    each = total_cents / people
    left_over = total_cents % people

    return each, left_over
