"""Tests of conditions, and random conditions and facts for any test."""
