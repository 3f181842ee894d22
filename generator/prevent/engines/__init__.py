"""What decides: the rules engine, and the reference evaluator that confirms it."""
