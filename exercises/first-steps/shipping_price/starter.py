def shipping_price(grams):
    """Work out the price in cents for a parcel of so many grams."""
    price = 0
    # Write your lines here, indented by four spaces.

    return price
