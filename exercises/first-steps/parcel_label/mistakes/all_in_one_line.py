"""All parts are there, one right behind the other. `+` adds nothing between them, so the new lines are
missing: put the escape for a new line where a line ends."""


def parcel_label(name, street, city, note):
    label = "To: " + name + street + city + '"' + note + '"'

    return label
