"""Tests that sign up by a decorator, are run one by one, and reported."""

registered = []


def expect(got, wanted):
    """Raise an AssertionError unless the two are equal."""
    if got != wanted:
        raise AssertionError(f"got {got!r}, expected {wanted!r}")


def test(function):
    """Register a function as a test, and return it as it is."""
    registered.append((function.__name__, function, ()))
    return function


def cases(*rows):
    """Return a decorator that registers a test for each tuple of arguments."""

    def decorate(function):
        for row in rows:
            arguments = ", ".join([f"{value!r}" for value in row])
            registered.append((function.__name__, function, row))
        return function

    return decorate


def run():
    """Call every test, print how it went, and return whether all of them passed."""
    passed = failed = errors = 0
    for name, function, arguments in registered:
        try:
            function(*arguments)
        except AssertionError as error:
            failed += 1
            print(f"failed  {name}: {error}")
        except Exception as error:
            errors += 1
            print(f"error   {name}: {type(error).__name__}: {error}")
        else:
            passed += 1
            print(f"ok      {name}")
    print(f"{passed} passed, {failed} failed, {errors} errors")
    return passed == len(registered)
