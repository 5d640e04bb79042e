class temporary_settings:
    def __init__(self, settings, **changes):
        self.settings = settings
        self.changes = changes

    def __enter__(self):
        self.before = dict(self.settings)
        self.settings |= self.changes
        return self.settings

    def __exit__(self, kind, error, trace):
        for key in list(self.settings):
            del self.settings[key]
        for key, value in self.before.items():
            self.settings[key] = value
        return False
