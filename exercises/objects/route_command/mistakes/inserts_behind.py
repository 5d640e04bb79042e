""""add Braga before Faro" puts Braga *after* Faro in your list. `insert` puts a value before the
index you give it."""


def route_command(stops, command):
    route = list(stops)
    match command.split():
        case ["add", town]:
            route.append(town)
        case ["add", town, "before", other]:
            route.insert(route.index(other) + 1, town)
        case ["skip", town]:
            route.remove(town)
        case ["back"]:
            route.reverse()
        case _:
            raise ValueError(f"not a command: {command}")
    return route
