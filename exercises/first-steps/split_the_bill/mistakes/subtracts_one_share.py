"""You take one share away from the bill, but all of them pay a share. What is left over is what remains
after *everybody* has paid."""


def split_the_bill(total_cents, people):
    each = total_cents // people
    left_over = total_cents - each

    return each, left_over
