def split_the_bill(total_cents, people):
    left_over = total_cents % people
    each = (total_cents - left_over) / people

    return each, left_over
