"""Your table starts with a row and a column of zeros. `range(size)` starts at 0; the table starts at 1."""


def times_table(size):
    for row in range(size):
        for column in range(size):
            print(f"{row * column:>4}", end="")
        print()
