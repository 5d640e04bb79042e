"""The gate: what lessons and exercises must prove before anyone learns from them."""
