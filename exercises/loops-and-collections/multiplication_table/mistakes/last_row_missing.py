"""The last row and the last column are missing. `range` stops *before* its second number."""


def times_table(size):
    for row in range(1, size):
        for column in range(1, size):
            print(f"{row * column:>4}", end="")
        print()
