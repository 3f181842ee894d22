"""What the speed of the rules is measured by. It is no part of what is installed."""
