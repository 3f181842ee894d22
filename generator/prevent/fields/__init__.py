"""Fields: what a request may say, declared once."""
