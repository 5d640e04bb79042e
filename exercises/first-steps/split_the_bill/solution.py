def split_the_bill(total_cents, people):
    """Share a bill in whole cents: what each one pays, and what is left over."""
    each = total_cents // people
    left_over = total_cents % people

    return each, left_over
