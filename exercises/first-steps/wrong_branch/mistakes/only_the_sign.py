"""Large orders still get 5 per cent. For 120 euros all three conditions are true, and the widest one decides.
Arrange them so that for such an order the condition about 10000 decides."""


def discount_percent(total_cents):
    if total_cents >= 2000:
        percent = 5
    elif total_cents >= 5000:
        percent = 10
    elif total_cents >= 10000:
        percent = 15
    else:
        percent = 0

    return percent
