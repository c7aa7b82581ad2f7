"""Units of time."""

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
