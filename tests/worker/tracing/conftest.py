"""What is recorded is read as the app reads it."""

from __future__ import annotations

from tests.tracing.conftest import exercise, program, record

__all__ = ["exercise", "program", "record"]
