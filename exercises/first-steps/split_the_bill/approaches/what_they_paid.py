"""What is left over is the bill minus what all of them pay together. A little longer than `%`, and it reads
like the sentence you would say aloud."""


def split_the_bill(total_cents, people):
    """Share a bill in whole cents: what each one pays, and what is left over."""
    each = total_cents // people
    left_over = total_cents - each * people

    return each, left_over
