"""The whole course as plain lines: for screen readers, braille, simple terminals and pipes."""
