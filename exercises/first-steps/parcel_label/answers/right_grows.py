def parcel_label(name, street, city, note):
    label = "To: " + name
    label = label + "\n" + street
    label = label + "\n" + city
    label = label + "\n\"" + note + "\""

    return label
