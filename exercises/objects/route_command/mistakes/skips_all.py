"""You take out every stop with that name. A route may pass through a town twice, and only the first
is skipped."""


def route_command(stops, command):
    route = list(stops)
    match command.split():
        case ["add", town]:
            route.append(town)
        case ["add", town, "before", other]:
            route.insert(route.index(other), town)
        case ["skip", town]:
            route.index(town)
            route = [stop for stop in route if stop != town]
        case ["back"]:
            route.reverse()
        case _:
            raise ValueError(f"not a command: {command}")
    return route
