def route_command(stops, command):
    new = stops.copy()
    parts = command.split()
    match (parts[0] if parts else "", len(parts)):
        case ("add", 2):
            new += [parts[1]]
        case ("add", 4) if parts[2] == "before":
            if parts[3] not in new:
                raise ValueError("that town is not on the route")
            new.insert(new.index(parts[3]), parts[1])
        case ("skip", 2):
            if parts[1] not in new:
                raise ValueError("that town is not on the route")
            new.remove(parts[1])
        case ("back", 1):
            new = list(reversed(new))
        case other:
            raise ValueError(str(other))
    return new
