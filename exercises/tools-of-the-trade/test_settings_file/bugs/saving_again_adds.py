"""Saving again keeps what was there and is not named this time."""

import json

DEFAULTS = {"currency": "EUR", "page_size": 20}


def load(folder):
    """Return all settings: those of the file, and defaults for the others."""
    file = folder / "settings.json"
    if not file.exists():
        return DEFAULTS.copy()
    settings = json.loads(file.read_text(encoding="utf-8"))
    for name in settings:
        if name not in DEFAULTS:
            raise ValueError(f"there is no setting {name}")
    return DEFAULTS | settings


def save(folder, settings):
    """Write settings to the file. The folder is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "settings.json"
    if file.exists():
        settings = json.loads(file.read_text(encoding="utf-8")) | settings
    file.write_text(json.dumps(settings), encoding="utf-8")
