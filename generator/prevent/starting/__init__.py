"""Starting a policy: what is asked, and the files that are written."""
