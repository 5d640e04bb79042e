"""You reserve in one warehouse after the other, so the waits add up. Start all reservations first, and
let them wait side by side."""


async def ship_all_or_none(warehouses, reserve, release):
    numbers = []
    try:
        for warehouse in warehouses:
            numbers.append(await reserve(warehouse))
    except Exception:
        for number in numbers:
            await release(number)
        return None
    return numbers
