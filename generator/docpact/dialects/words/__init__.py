"""What words and samples mean, whatever the dialect: limits, whole numbers, JSON with slips, curl lines."""
