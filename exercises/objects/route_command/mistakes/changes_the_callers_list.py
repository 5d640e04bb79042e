"""You change the list that was passed in, so the driver's old route is gone even where it was only
tried out. Work on a copy."""


def route_command(stops, command):
    route = stops
    match command.split():
        case ["add", town]:
            route.append(town)
        case ["add", town, "before", other]:
            route.insert(route.index(other), town)
        case ["skip", town]:
            route.remove(town)
        case ["back"]:
            route.reverse()
        case _:
            raise ValueError(f"not a command: {command}")
    return route
