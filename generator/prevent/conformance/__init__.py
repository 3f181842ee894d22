"""Cases for whoever runs the rules elsewhere: facts in, findings out."""
