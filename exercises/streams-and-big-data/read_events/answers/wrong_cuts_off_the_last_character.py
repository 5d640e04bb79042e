def read_events(lines):
    for line in lines:
        line = line[:-1]
        if line == "" or line[0] == "#" or line.count(",") != 2:
            continue
        time, user, feature = line.split(",")
        yield dict(time=time, user=user, feature=feature)
