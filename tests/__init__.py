"""The tests of the course; they travel in the wheel, beside the content."""
