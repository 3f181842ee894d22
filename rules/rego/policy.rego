# What the policy names: its roles, its conditions, and the days that are not worked.
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.policy

import rego.v1

digest := "sha256:5fe2746ad502db2a535fa1a884e74272c72e9d3edf41fa4e0711b6a75fff7da8"

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
