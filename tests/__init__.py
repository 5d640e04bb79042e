"""The tests of the course; they travel in the wheel as `course._tests`."""
