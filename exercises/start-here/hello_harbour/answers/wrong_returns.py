def hello():
    """Greet the shop."""
    return "Hello, Harbour!"
