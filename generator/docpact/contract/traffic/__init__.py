"""Recorded traffic: read from files, judged as the responses of a run are, and what of the document it covers."""

from docpact.contract.traffic.check import TrafficJob, check_traffic

__all__ = ["TrafficJob", "check_traffic"]
