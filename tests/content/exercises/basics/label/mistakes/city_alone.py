"""You return the city alone; the label begins with `to`."""


def label(city):
    return city
