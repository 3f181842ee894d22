# What the policy names: its roles, its conditions, and the days that are not worked.
#
# Made by prevent build. Do not edit: change the policy and build again.
package prevent.policy

import rego.v1

digest := "sha256:5277eda4538e293f2fb204fae4290d93cc6089cd223f6417b8a1c5fc8160b200"

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
