"""What the contract tests are made of. Plain pytest and schemathesis: nothing here imports the tool.

`plan`, `credentials`, `checks`, `findings`, `journal`, `left_behind`, `redaction` and `errors` use the standard library
only: `docpact.contract` imports them, so that options, checks and the form of the results are defined once, here.
"""
