"""Reading: YAML and JSON taken strictly, with places, and schema errors in plain words."""
