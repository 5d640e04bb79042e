""""add Braga before Faro" puts Braga *behind* Faro in your list. `insert` puts a value in front of
the place you name."""


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
