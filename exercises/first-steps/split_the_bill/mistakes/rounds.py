"""You round to the nearest cent, and sometimes that goes up. For 1100 cents and 3 people everybody would pay
367, which is 1101 together: more than the bill. Count whole times instead of rounding."""


def split_the_bill(total_cents, people):
    each = round(total_cents / people)
    left_over = total_cents % people

    return each, left_over
