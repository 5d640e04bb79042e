def split_the_bill(total_cents, people):
    each = int(total_cents / people)
    left_over = total_cents - people * each

    return each, left_over
