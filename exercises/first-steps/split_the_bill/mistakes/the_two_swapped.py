"""Both numbers are right, but they are the wrong way round: the first should be what each one pays, the second
what is left over."""


def split_the_bill(total_cents, people):
    each = total_cents % people
    left_over = total_cents // people

    return each, left_over
