async def confirm(order, in_stock, send_mail):
    address = order["address"]
    for sku in order["skus"][:2]:
        there = await in_stock(sku)
        if there:
            continue
        await send_mail(address, f"Sorry, {sku} is sold out")
        return "sold out"
    await send_mail(address, "Thank you for your order")
    return "confirmed"
