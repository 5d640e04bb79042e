"""A site for photo albums: private, shared with named people, or public."""
