def nearest(trips, km, k):
    """Return the mean of the days of the k trips closest to the distance."""


def fit_line(trips, rate, rounds):
    """Return slope and base of the line after so many rounds of gradient descent."""


def mean_error(predict, trips):
    """Return the mean distance between what the model predicts and the truth."""
