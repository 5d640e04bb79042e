def times_table(size):
    numbers = range(1, size + 1)
    for row in numbers:
        print("".join(str(row * column).rjust(4) for column in numbers))
