def split_the_bill(total_cents, people):
    """Share a bill in whole cents: what each one pays, and what is left over."""
    each = 0
    left_over = 0

    return each, left_over
