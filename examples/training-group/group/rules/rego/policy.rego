# What the policy names: its roles, its conditions, and the days that are not worked.
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.policy

import rego.v1

digest := "sha256:7a15dea45b081ff62e07d3756e987cb547a63fe09e0a95afec59dba5035190dc"

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
