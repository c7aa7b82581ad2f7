"""What Sphinx reads of the depot's pages."""

project = "Depot"
release = "4.2"
