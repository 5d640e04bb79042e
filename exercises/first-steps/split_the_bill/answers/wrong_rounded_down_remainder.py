def split_the_bill(total_cents, people):
    each = total_cents // people
    left_over = round(total_cents / people - each)

    return each, left_over
