def route_command(stops, command):
    match command.split():
        case ["add", town]:
            return [*stops, town] if town not in stops else list(stops)
        case ["add", town, "before", other] if other in stops:
            place = stops.index(other)
            return [*stops[:place], town, *stops[place:]]
        case ["skip", town] if town in stops:
            place = stops.index(town)
            return stops[:place] + stops[place + 1:]
        case ["back"]:
            return stops[::-1]
    raise ValueError(f"cannot do {command!r}")
