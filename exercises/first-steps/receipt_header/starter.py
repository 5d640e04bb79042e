def receipt_header():
    """Print the first four lines of a receipt."""
    # Write your lines here, indented by four spaces.
