"""Everything about contract tests that isn't the tests: their options, running them, results and reports."""
