payments = []
while True:
    line = input("Payment: ")
    if not line:
        break
    parts = line.split()
    try:
        name, amount = parts
        cents = int(round(float(amount) * 100))
    except ValueError:
        print("I did not understand that.")
        continue
    if cents < 0:
        print("Less than nothing?")
        continue
    payments.append((name, cents))
people = []
for name, _ in payments:
    if name not in people:
        people.append(name)
paid = {name: sum(cents for who, cents in payments if who == name) for name in people}
for name in people:
    print(f"{name} has paid {paid[name] // 100}.{paid[name] % 100:02}")
total = sum(paid.values())
print(f"The total is {total // 100}.{total % 100:02} euros.")
rest = dict(paid)
for number, name in enumerate(reversed(people)):
    rest[name] -= total // len(people)
    if number < total % len(people):
        rest[name] -= 1
plus = sorted([name for name in people if rest[name] > 0], key=rest.get)
minus = sorted([name for name in people if rest[name] < 0], key=rest.get)
while plus and minus:
    give = min(rest[plus[-1]], -rest[minus[0]])
    print(f"{minus[0]} pays {give / 100:.2f} to {plus[-1]}")
    rest[plus[-1]] -= give
    rest[minus[0]] += give
    if rest[plus[-1]] == 0:
        plus.pop()
    if rest[minus[0]] == 0:
        minus.pop(0)
