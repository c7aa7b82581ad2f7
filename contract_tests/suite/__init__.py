"""What the contract tests are made of. Plain pytest and schemathesis: nothing here needs the tool."""
