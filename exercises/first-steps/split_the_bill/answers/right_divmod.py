def split_the_bill(total_cents, people):
    each, left_over = divmod(total_cents, people)
    return each, left_over
