"""The targets run by engines that are not this project's own: one module each."""
