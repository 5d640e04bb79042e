from collections import defaultdict


def parse(line):
    name, amount = line.split()
    cents = round(float(amount) * 100)
    if cents < 0:
        raise ValueError("negative")
    return name, cents


def collect():
    paid = defaultdict(int)
    while line := input("? "):
        try:
            name, cents = parse(line)
        except ValueError:
            print("What?")
        else:
            paid[name] += cents
    return paid


def settle(paid):
    total, n = sum(paid.values()), len(paid)
    names = sorted(paid, key=paid.get, reverse=True)
    fair = [total // n + (i < total % n) for i in range(n)]
    open_ = [[name, paid[name] - share] for name, share in zip(names, fair)]
    i, j = 0, n - 1
    while i < j:
        cents = min(open_[i][1], -open_[j][1])
        if cents > 0:
            yield open_[j][0], open_[i][0], cents
            open_[i][1] -= cents
            open_[j][1] += cents
        if open_[i][1] <= 0:
            i += 1
        else:
            j -= 1


def main():
    paid = collect()
    for name in paid:
        print("%s paid %.2f" % (name, paid[name] / 100))
    print("TOTAL %.2f" % (sum(paid.values()) / 100))
    if paid:
        for debtor, creditor, cents in settle(paid):
            print("%s pays %s %.2f" % (debtor, creditor, cents / 100))


if __name__ == "__main__":
    main()
