"""The mails leave again, but sold-out products still get through: `in_stock(sku)` without `await` is a
coroutine, and a coroutine counts as true."""


async def confirm(order, in_stock, send_mail):
    for sku in order["skus"]:
        if not in_stock(sku):
            await send_mail(order["address"], f"Sorry, {sku} is sold out")
            return "sold out"
    await send_mail(order["address"], "Thank you for your order")
    return "confirmed"
