"""All the numbers are on one line. A row has to end before the next one begins."""


def times_table(size):
    for row in range(1, size + 1):
        for column in range(1, size + 1):
            print(f"{row * column:>4}", end="")
    print()
