"""From the files people write to the policy, with every fault found."""
