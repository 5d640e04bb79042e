async def confirm(order, in_stock, send_mail):
    """Mail the customer about an order; return `confirmed` or `sold out`."""
    for sku in order["skus"]:
        try:
            there = await in_stock(sku)
        except ConnectionError:
            there = False
        if not there:
            await send_mail(order["address"], f"Sorry, {sku} is sold out")
            return "sold out"
    await send_mail(order["address"], "Thank you for your order")
    return "confirmed"
