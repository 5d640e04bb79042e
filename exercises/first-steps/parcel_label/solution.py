def parcel_label(name, street, city, note):
    """Make the text of a label: four lines in one string."""
    label = "To: " + name + "\n" + street + "\n" + city + "\n" + '"' + note + '"'

    return label
