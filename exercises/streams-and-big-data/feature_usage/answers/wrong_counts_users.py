def feature_usage(lines):
    today, users = None, {}
    for line in lines:
        parts = line.strip().split(",")
        if len(parts) != 3:
            continue
        day, user, feature = parts
        if day != today:
            if today is not None:
                yield today, {name: len(who) for name, who in users.items()}
            today, users = day, {}
        users.setdefault(feature, set()).add(user)
    if today is not None:
        yield today, {name: len(who) for name, who in users.items()}
