async def confirm(order, in_stock, send_mail):
    """Mail the customer about an order; return `confirmed` or `sold out`."""
    address = order["address"]
    for sku in order["skus"]:
        available = await in_stock(sku)
        if not available:
            text, answer = f"Sorry, {sku} is sold out", "sold out"
            break
    else:
        text, answer = "Thank you for your order", "confirmed"
    await send_mail(address, text)
    return answer
