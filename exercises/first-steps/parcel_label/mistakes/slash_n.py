"""Your label contains `/n`, with a slash. An escape begins with a backslash, which leans the other way."""


def parcel_label(name, street, city, note):
    label = "To: " + name + "/n" + street + "/n" + city + "/n" + '"' + note + '"'

    return label
