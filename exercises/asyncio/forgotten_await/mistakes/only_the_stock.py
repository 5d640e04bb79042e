"""Sold-out products are noticed now, but the thank-you mail still stays behind. The call makes a
coroutine and throws it away; nothing runs it."""


async def confirm(order, in_stock, send_mail):
    for sku in order["skus"]:
        if not await in_stock(sku):
            await send_mail(order["address"], f"Sorry, {sku} is sold out")
            return "sold out"
    send_mail(order["address"], "Thank you for your order")
    return "confirmed"
