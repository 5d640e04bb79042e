"""`return` ends the function, so it can do what `break` does and give back the answer in the same line. Most
Python programmers write a search like this. With `break` you can still do something below the loop."""


def first_late_parcel(days, promised):
    """Find the place of the first parcel that took longer than promised."""
    for place in range(len(days)):
        if days[place] > promised:
            return place

    return None
