host = "https://harbour.example"
ultimate_replacements = {"|apiUrl|": host, "|apiVersion|": "v4"}
