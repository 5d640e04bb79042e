def minutes_to_hours(minutes):
    print(f"{minutes // 60} h {minutes % 60} min")
