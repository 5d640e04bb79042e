def parcel_label(name, street, city, note):
    label = f'To: {name}\n{street}\n{city.title()}\n"{note}"'
    return label
