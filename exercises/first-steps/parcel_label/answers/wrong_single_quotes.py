def parcel_label(name, street, city, note):
    label = "To: " + name + "\n" + street + "\n" + city + "\n'" + note + "'"

    return label
