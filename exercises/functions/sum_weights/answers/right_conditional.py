def sum_weights(*grams, packaging=0):
    return sum(grams, packaging) if grams else 0
