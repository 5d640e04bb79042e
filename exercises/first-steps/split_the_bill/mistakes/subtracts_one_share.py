"""What is left over is too much: you take one share away from the bill, but everybody pays one. The rest is what
remains after *all* of them have paid."""


def split_the_bill(total_cents, people):
    each = total_cents // people
    left_over = total_cents - each

    return each, left_over
