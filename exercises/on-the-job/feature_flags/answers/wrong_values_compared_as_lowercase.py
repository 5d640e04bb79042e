from hashlib import sha256


def place(feature, user_id):
    return int(sha256(f"{feature}:{user_id}".encode()).hexdigest(), 16) % 100


def is_open(flag, user):
    if not flag["on"]:
        return False
    for rule in flag.get("closed_for", ()):
        if all(k in user and str(user[k]).lower() == str(v).lower() for k, v in rule.items()):
            return False
    return user["id"] in flag.get("open_for", ()) or place(flag["name"], user["id"]) < flag["percent"]
