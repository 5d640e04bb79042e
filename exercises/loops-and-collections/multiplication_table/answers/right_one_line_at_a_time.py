def times_table(size):
    for row in range(1, size + 1):
        line = ""
        for column in range(1, size + 1):
            line = line + f"{row * column:4}"
        print(line)
