"""What each one pays is sometimes rounded up. For 1100 cents and 3 people it would be 367, which makes 1101
together: more than the bill. Always go down to whole cents."""


def split_the_bill(total_cents, people):
    each = round(total_cents / people)
    left_over = total_cents % people

    return each, left_over
