"""Packs from elsewhere, put beside the course: taken in safely, and turned into our format."""
