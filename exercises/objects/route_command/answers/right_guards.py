def route_command(stops, command):
    words = command.split()
    match words:
        case ["back"]:
            return stops[::-1]
        case ["add", town]:
            return stops + [town]
        case ["skip", town] if town in stops:
            at = stops.index(town)
            return stops[:at] + stops[at + 1 :]
        case ["add", town, "before", other] if other in stops:
            at = stops.index(other)
            return [*stops[:at], town, *stops[at:]]
    raise ValueError(f"I do not understand {command!r}")
