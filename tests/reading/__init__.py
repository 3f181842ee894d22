"""Tests of reading: documents, places and schema faults."""
