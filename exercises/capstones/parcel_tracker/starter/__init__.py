"""Follows parcels at several carriers and tells everybody who is watching."""
