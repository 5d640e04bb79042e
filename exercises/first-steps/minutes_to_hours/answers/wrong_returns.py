def minutes_to_hours(minutes):
    return f"{minutes // 60} h {minutes % 60} min"
