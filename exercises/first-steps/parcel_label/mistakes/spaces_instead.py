"""There are spaces between the parts, so the label is one long line. A new line is a character too, and you
write it as an escape."""


def parcel_label(name, street, city, note):
    label = "To: " + name + " " + street + " " + city + " " + '"' + note + '"'

    return label
