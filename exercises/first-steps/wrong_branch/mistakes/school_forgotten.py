"""Mrs Okafor gets her 15 per cent now. The school with exactly 100 euros still gets 10. *From 100 euros*
includes 100."""


def discount_percent(total_cents):
    if total_cents > 10000:
        percent = 15
    elif total_cents >= 5000:
        percent = 10
    elif total_cents >= 2000:
        percent = 5
    else:
        percent = 0

    return percent
