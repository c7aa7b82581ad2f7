"""`docpact proxy`: passes requests on to a server, and judges every exchange as it passes."""

from docpact.contract.proxy.run import ProxyJob, run_proxy

__all__ = ["ProxyJob", "run_proxy"]
