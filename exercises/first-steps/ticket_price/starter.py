def ticket_price(age, student):
    """Work out the price in cents of a ticket for the tour."""
    price = 0
    # Write your lines here, indented by four spaces.

    return price
