"""Your label ends with a new line, so the printer feeds out an empty one. New lines go *between* the lines: four
lines need three."""


def parcel_label(name, street, city, note):
    label = "To: " + name + "\n" + street + "\n" + city + "\n" + '"' + note + '"' + "\n"

    return label
