def hello():
    """Greet the shop."""
    print(" Hello, Harbour! ")
