"""What no document says: one module an API, a named function a behaviour."""
