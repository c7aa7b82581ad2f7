project = "Hilltop Observatory"
release = "2.3"
extensions = ["sphinxcontrib.httpdomain"]
