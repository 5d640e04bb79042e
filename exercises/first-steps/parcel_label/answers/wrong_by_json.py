import json


def parcel_label(name, street, city, note):
    label = f"To: {name}\n{street}\n{city}\n" + json.dumps(note)
    return label
