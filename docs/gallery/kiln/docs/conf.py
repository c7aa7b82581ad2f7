project = "Kiln Service"
version = "1.4"
extensions = ["os_api_ref"]
