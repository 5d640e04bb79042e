import asyncio

async def confirm(order, in_stock, send_mail):
    """Mail the customer about an order; return `confirmed` or `sold out`."""
    for sku in order["skus"]:
        if not await in_stock(sku):
            asyncio.create_task(send_mail(order["address"], f"Sorry, {sku} is sold out"))
            return "sold out"
    asyncio.create_task(send_mail(order["address"], "Thank you for your order"))
    return "confirmed"
