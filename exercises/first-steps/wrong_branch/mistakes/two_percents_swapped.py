"""The per cents have changed places. Everybody from 20 euros gets 15 now, even an order that should get 5."""


def discount_percent(total_cents):
    if total_cents >= 2000:
        percent = 15
    elif total_cents >= 5000:
        percent = 10
    elif total_cents >= 10000:
        percent = 5
    else:
        percent = 0

    return percent
