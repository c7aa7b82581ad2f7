"""The commands, a module each: `run` takes the parsed arguments and returns the exit code."""
