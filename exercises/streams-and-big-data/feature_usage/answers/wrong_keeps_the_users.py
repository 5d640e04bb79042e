def feature_usage(lines):
    today, uses, users = None, {}, set()
    for line in lines:
        parts = line.strip().split(",")
        if len(parts) != 3:
            continue
        day, user, feature = parts
        if day != today:
            if today is not None:
                yield today, uses
            today, uses, users = day, {}, set()
        users.add(user)
        uses[feature] = uses.get(feature, 0) + 1
    if today is not None:
        yield today, uses
