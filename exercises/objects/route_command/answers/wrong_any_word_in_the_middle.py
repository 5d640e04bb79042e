def route_command(stops, command):
    """Return the stops after a command; ValueError where it cannot be done."""
    route = list(stops)
    match command.split():
        case ["add", town]:
            route.append(town)
        case ["add", town, _, other]:
            route.insert(route.index(other), town)
        case ["skip", town]:
            route.remove(town)
        case ["back"]:
            route.reverse()
        case _:
            raise ValueError(f"not a command: {command}")
    return route
