"""Both calculations are right, but they have the wrong names: `each` holds what is left over and the other
way round. `//` counts whole times, `%` is the rest."""


def split_the_bill(total_cents, people):
    each = total_cents % people
    left_over = total_cents // people

    return each, left_over
