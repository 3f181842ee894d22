# What the policy names: its roles, its conditions, and the days that are not worked.
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.policy

import rego.v1

digest := "sha256:9f2df168f1ee0ef8d959694d91a0a674ff6812af0a8ee41cc2d16f7a0babe536"

roles := {
	"managing-director": "Managing Director",
	"quality-director": "Quality Director",
	"designated-safeguarding-lead": "Designated Safeguarding Lead",
	"senior-management-team": "Senior Management Team",
	"all-staff": "All staff",
	"teachers": "Teachers",
	"specialist-staff": "Specialist staff",
	"partner-providers": "Partner providers",
}

conditions := []

# The first and the last day of the years whose bank holidays are known, and the bank
# holidays, as days since 1 January 1970.
known := [1, 0]

closed := [
]
