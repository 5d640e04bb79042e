def count_clicks(hours, limit):
    return sum(1 for hour in hours if hour >= 0 and hour <= limit)
