def merge_options(*layers, **changes):
    if not layers:
        return {k: v for k, v in changes.items() if v is not None}
    result = {**layers[0], **layers[-1], **changes}
    return {k: v for k, v in result.items() if v is not None}
