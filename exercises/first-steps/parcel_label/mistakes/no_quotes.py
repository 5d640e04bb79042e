"""The lines are right, but the note lacks its double quotes. The quotes in your program only show where a string
begins and ends; quotes that should be *printed* have to be part of a string."""


def parcel_label(name, street, city, note):
    label = "To: " + name + "\n" + street + "\n" + city + "\n" + note

    return label
