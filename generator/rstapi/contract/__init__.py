"""Document + URL → verdict. Runs `contract_tests/` with pytest, as a command."""

from rstapi.contract.run import ContractResult, Failure, format_contract, run_contract

__all__ = ["ContractResult", "Failure", "format_contract", "run_contract"]
