def read_payment(text):
    """Return the name and the cents of a line such as `Mei 42.50`, or None."""
    parts = text.split()
    if len(parts) != 2:
        return None
    try:
        cents = round(float(parts[1]) * 100)
    except ValueError:
        return None
    if cents < 0:
        return None
    return parts[0], cents


def ask_for_payments():
    """Ask until an empty line and return what each person has paid, in cents."""
    paid = {}
    while True:
        text = input("Who paid, and how much? ")
        if text == "":
            return paid
        payment = read_payment(text)
        if payment is None:
            print("Please type a name and an amount, such as Mei 42.50.")
            continue
        name, cents = payment
        paid[name] = paid.get(name, 0) + cents


def balances(paid):
    """Return how much each one gets back; less than 0 means that they owe."""
    each, left_over = divmod(sum(paid.values()), len(paid))
    result = {}
    for number, name in enumerate(paid):
        share = each + 1 if number < left_over else each
        result[name] = paid[name] - share
    return result


def transfers(owed):
    """Return who pays whom how many cents, so that all balances become 0."""
    result = []
    while max(owed.values()) > 0:
        debtor = min(owed, key=owed.get)
        creditor = max(owed, key=owed.get)
        cents = min(-owed[debtor], owed[creditor])
        owed[debtor] += cents
        owed[creditor] -= cents
        result.append((debtor, creditor, cents))
    return result


def main():
    """Ask, work it out, and print it."""
    paid = ask_for_payments()
    for name, cents in paid.items():
        print(f"{name} paid {cents / 100:.2f}")
    print(f"Total: {sum(paid.values()) / 100:.2f}")
    if paid:
        for debtor, creditor, cents in transfers(balances(paid)):
            print(f"{debtor} pays {creditor} {cents / 100:.2f}")


main()
