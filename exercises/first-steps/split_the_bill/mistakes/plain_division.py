"""What each one pays has a decimal point. You need the division that counts whole times, and gives a whole
number."""


def split_the_bill(total_cents, people):
    each = total_cents / people
    left_over = total_cents % people

    return each, left_over
