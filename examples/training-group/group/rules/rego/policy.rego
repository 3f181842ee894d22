# What the policy names: its roles, its conditions, and the days that are not worked.
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.policy

import rego.v1

digest := "sha256:4c1d490263788192cea7cf0a66609ee6f61ae5d805b81c4dbdbecdea302fe230"

roles := {
	"group-director": "Group Director",
	"centre-manager": "Centre Manager",
	"head-of-safeguarding": "Head of Safeguarding",
	"head-of-communications": "Head of Communications",
	"staff": "Staff",
}

conditions := ["collected-again", "staff-in-building"]

# The first and the last day of the years whose bank holidays are known, and the bank
# holidays, as days since 1 January 1970.
known := [1, 0]

closed := [
]
