"""What takes text from people who are not trusted, given text that nobody would write.

``entries`` says what is tried, once; ``guided`` (atheris) and ``by_properties`` (Hypothesis) make
the inputs. What an input broke is kept in ``cases`` and tried again in every run of the tests.
"""
