"""One widget for each kind of step of a lesson."""
