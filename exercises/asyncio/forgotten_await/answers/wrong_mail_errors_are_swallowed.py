async def confirm(order, in_stock, send_mail):
    """Mail the customer about an order; return `confirmed` or `sold out`."""
    for sku in order["skus"]:
        if not await in_stock(sku):
            await send_mail(order["address"], f"Sorry, {sku} is sold out")
            return "sold out"
    try:
        await send_mail(order["address"], "Thank you for your order")
    except Exception:
        pass
    return "confirmed"
