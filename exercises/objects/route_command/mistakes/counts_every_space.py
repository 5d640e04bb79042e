"""Two spaces between the words make an empty word in your list, and no shape fits. `split()`
without an argument takes any number of spaces as one."""


def route_command(stops, command):
    route = list(stops)
    match command.split(" "):
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
