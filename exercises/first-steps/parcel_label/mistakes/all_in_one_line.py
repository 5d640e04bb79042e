"""All parts are there, one right behind the other, but the new lines are missing. Put the escape for a new line
wherever a line of the label ends."""


def parcel_label(name, street, city, note):
    label = "To: " + name + street + city + '"' + note + '"'

    return label
