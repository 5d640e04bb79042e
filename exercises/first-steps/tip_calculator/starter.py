def tip_calculator():
    """Ask for a bill and a tip in per cent, then print the tip and the total."""
    # Write your lines here, indented by four spaces.
