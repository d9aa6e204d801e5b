"""Files in: what lies under content/, read strictly; and records written back as YAML."""
