async def sold_out_product(skus, in_stock):
    """Return the first SKU that is not in stock, or None."""
    for sku in skus:
        if not await in_stock(sku):
            return sku
    return None


async def confirm(order, in_stock, send_mail):
    """Mail the customer about an order; return `confirmed` or `sold out`."""
    missing = await sold_out_product(order["skus"], in_stock)
    text = "Thank you for your order" if missing is None else f"Sorry, {missing} is sold out"
    await send_mail(order["address"], text)
    return "confirmed" if missing is None else "sold out"
