"""The label grows line by line. There is more to read, but every line of the label has its own line in the
program, so the next change is easy to place."""


def parcel_label(name, street, city, note):
    """Make the text of a label: four lines in one string."""
    label = "To: " + name + "\n"
    label += street + "\n"
    label += city + "\n"
    label += "\"" + note + "\""

    return label
