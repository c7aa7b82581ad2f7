"""Pages → statements: one folder a dialect, each knowing one way of writing."""
