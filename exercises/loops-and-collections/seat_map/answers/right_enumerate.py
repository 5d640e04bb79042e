def two_together(seats):
    for number, row in enumerate(seats):
        for index, (left, right) in enumerate(zip(row, row[1:])):
            if left and right:
                return (number, index)
