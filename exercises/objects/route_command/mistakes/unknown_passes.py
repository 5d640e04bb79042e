"""An unknown command is silently ignored, and the driver believes it was done. Whatever fits none of
the shapes is an error."""


def route_command(stops, command):
    route = list(stops)
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
            return route
    return route
