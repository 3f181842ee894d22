# Reads a request: whether it can be decided, and the facts that it states.
#
# It is the same for every policy. What the policy names, its roles and the days that are not worked
# stand in policy.rego; the fields of a kind of request stand with its rules.
#
# A fact that is missing is not in the facts. What a list looks at is always given a name before it:
# not every engine of Rego reads a reference within a list as it should. A day is a number, counted from 1 January 1970, or
# null where it is missing or cannot be counted.
package prevent.request

import rego.v1

import data.prevent.policy

# ------------------------------------------------------------------------------- the whole request

# The kind of request it says it is.
kind := said if {
	said := data.prevent_given.whole.kind
} else := input.kind

# The day of the check: the day given as data, or the day it is (UTC, which is not always the day
# where you are). A request cannot say it.
today := said if {
	said := data.prevent_given.today
} else := written(floor(time.now_ns() / 86400000000000))

given if data.prevent_given.whole

# Facts may be given as data instead of a request; they are taken as they are.
facts(_, _) := data.prevent_given.whole if given

facts(fields, kind_of_rules) := object.union(stated(fields, input), own) if {
	not given
	own := object.union({"kind": kind_of_rules, "today": today}, in_force(fields))
}

# The facts of each item of a list, without those of the whole request.
items(_, list) := object.get(data.prevent_given.items, list, []) if given

items(fields, list) := [facts_of_item |
	some item in answers
	facts_of_item := stated(own, item)
] if {
	not given
	own := fields[list].fields
	answers := input[list]
}

# What was in force on the day a request was received counts; where such requests cannot say that,
# what is in force on the day of the check.
in_force(_) := {"in_force_on": data.prevent_given.policy_as_of}

in_force(_) := {"in_force_on": input.received_on} if not data.prevent_given.policy_as_of

in_force(fields) := {} if {
	not data.prevent_given.policy_as_of
	not has(input, "received_on")
	has(fields, "received_on")
}

in_force(fields) := {"in_force_on": today} if {
	not data.prevent_given.policy_as_of
	not has(input, "received_on")
	not has(fields, "received_on")
}

# ---------------------------------------------------------------------------------------- faults

# What is wrong with a request, as sentences; nobody decides a request that has any.
faults(_, _) := set() if given

faults(fields, only_when) := union({
	{message | some message in own_faults(fields, input, ["kind"], "")},
	{message | some message in item_faults(fields)},
	{message | some message in limit_faults(only_when)},
	day_faults,
}) if {
	not given
}

day_faults contains "The day of the check is not a day." if not is_day(today)

day_faults contains "The day whose policy counts is not a day." if {
	not is_day(data.prevent_given.policy_as_of)
	data.prevent_given.policy_as_of != null
}

own_faults(fields, answers, also, at) := array.concat(
	missing_faults(fields, answers, at),
	array.concat(unknown_faults(fields, answers, also, at), answer_faults(fields, answers, at)),
)

missing_faults(fields, answers, at) := [message |
	some name in object.keys(fields)
	fields[name].required
	not has(answers, name)
	message := sprintf("'%s%s' is missing.", [at, name])
]

unknown_faults(fields, answers, also, at) := [message |
	some name in object.keys(answers)
	not has(fields, name)
	not name in also
	message := sprintf("'%s%v' is not known here.", [at, name])
]

answer_faults(fields, answers, at) := [message |
	some name in object.keys(answers)
	field := fields[name]
	not right(field, answers[name])
	message := sprintf("'%s%s' is not right. %s", [at, name, expected(field)])
]

item_faults(fields) := [message |
	some list in object.keys(fields)
	fields[list].type == "list"
	is_array(input[list])
	some number in numbers.range(1, count(input[list]))
	number > 0
	item := input[list][number - 1]
	is_object(item)
	at := sprintf("%s %d: ", [list, number])
	some message in own_faults(fields[list].fields, item, [], at)
]

# Some fields may be given only where another has a certain answer.
limit_faults(only_when) := [message |
	some name in object.keys(only_when)
	has(input, name)
	[field, answer] := only_when[name]
	not answered(field, answer)
	message := sprintf("'%s' may be given only where '%s' is %s.", [name, field, answer])
]

answered(field, answer) if input[field] == answer

answered(field, "yes") if said_yes(input[field])

answered(field, "no") if said_no(input[field])

expected(field) := sprintf("Write one of: %s.", [concat(", ", field.options)]) if {
	field.type == "choice"
} else := sprintf("Write a list of some of: %s.", [concat(", ", field.options)]) if {
	field.type == "several"
} else := expectations[field.type]

expectations := {
	"text": "Write some text.",
	"yes-no": "Write yes or no.",
	"date": "Write a date between 1900 and 2199 as YYYY-MM-DD, like 2026-04-20.",
	"number": "Write a whole number.",
	"list": "Write a list, each item with its fields.",
	"approvals": "Write a list of {role, decision: granted or declined, date}.",
	"advice": "Write a list of {role, date}.",
	"completion": "Write it as {completed: 2026-04-20}.",
}

# ---------------------------------------------------------------------------- what an answer may be

right(field, answer) if {
	field.type == "text"
	is_text(answer)
}

right(field, answer) if {
	field.type == "choice"
	answer in field.options
}

right(field, answer) if {
	field.type == "yes-no"
	said_yes(answer)
}

right(field, answer) if {
	field.type == "yes-no"
	said_no(answer)
}

right(field, answer) if {
	field.type == "several"
	is_array(answer)
	each_once(answer)
	every one in answer {
		one in field.options
	}
}

right(field, answer) if {
	field.type == "date"
	is_day(answer)
}

right(field, answer) if {
	field.type == "number"
	is_number(answer)
	answer == floor(answer)
	answer >= 0
	answer <= 1000000000
}

right(field, answer) if {
	field.type == "list"
	is_array(answer)
	count(answer) <= 1000
	every item in answer {
		is_object(item)
	}
}

right(field, answer) if {
	field.type == "approvals"
	is_array(answer)
	count(answer) <= 1000
	every entry in answer {
		is_entry(entry, array.concat(["role", "decision", "date", "note"], field.also))
		entry.decision in ["granted", "declined"]
	}
}

right(field, answer) if {
	field.type == "advice"
	is_array(answer)
	count(answer) <= 1000
	every entry in answer {
		is_entry(entry, ["role", "date", "note"])
	}
}

right(field, answer) if {
	field.type == "completion"
	has_only(answer, ["completed", "by"])
	is_day(answer.completed)
	is_text(object.get(answer, "by", "nobody"))
}

# What somebody decided or advised.
is_entry(entry, known) if {
	has_only(entry, known)
	has(policy.roles, entry.role)
	is_day(entry.date)
	is_text(object.get(entry, "note", "none"))
	is_text(object.get(entry, "by", "nobody"))
	are_conditions(object.get(entry, "conditions", null))
}

are_conditions(null)

are_conditions(ids) if {
	is_array(ids)
	count(ids) > 0
	each_once(ids)
	every id in ids {
		id in policy.conditions
	}
}

has_only(answer, known) if {
	is_object(answer)
	every key in object.keys(answer) {
		key in known
	}
}

each_once(values) if count(values) == count({value | some value in values})

is_text(answer) if {
	is_string(answer)
	regex.match(`[^\s\pZ\pC]`, answer)
	count(answer) <= 10000
}

is_day(answer) if {
	is_string(answer)
	regex.match(`^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`, answer)
	written(day_number(answer)) == answer
}

# YAML's older rules, which some tools go by, read these words as true and false.
said_yes(answer) if answer in ["yes", "Yes", "YES", true]

said_no(answer) if answer in ["no", "No", "NO", false]

has(answers, key) if _ = answers[key]

# ------------------------------------------------------------------------------ the facts it states

# The facts that answers state: by their paths, such as approvals.managing-director.decision.
stated(fields, answers) := object.union_n([own |
	some name in object.keys(fields)
	own := of_field(name, fields[name], answers)
])

of_field(name, field, answers) := {name: answers[name]} if {
	field.type in ["text", "choice", "date", "number"]
}

of_field(name, field, answers) := {name: "yes"} if {
	field.type == "yes-no"
	said_yes(answers[name])
}

of_field(name, field, answers) := {name: "no"} if {
	field.type == "yes-no"
	said_no(answers[name])
}

of_field(name, field, answers) := object.union({name: count(answers[name])}, each) if {
	field.type == "several"
	chosen := answers[name]
	each := {path: answer |
		some option in field.options
		path := concat(".", [name, option])
		answer := yes_where(option, chosen)
	}
}

of_field(name, field, answers) := {name: count(object.get(answers, name, []))} if {
	field.type == "list"
}

of_field(name, field, answers) := object.union_n(each) if {
	field.type in ["approvals", "advice"]
	entries := answers[name]
	roles := {role | some entry in entries; role := entry.role}
	each := [own |
		some role in roles
		own := by_role(name, entries, role)
	]
}

of_field(name, field, answers) := {concat(".", [name, "completed"]): answers[name].completed} if {
	field.type == "completion"
}

yes_where(option, chosen) := "yes" if {
	option in chosen
} else := "no"

# What stands of what a role decided or advised: of its latest run of equal decisions the first
# (the decision and its date), and the last (the day it was last given again, by whom, and on which
# conditions). Of two decisions of one day the one that declines stands.
by_role(name, entries, role) := object.union_n([dates, decision, signed, conditions]) if {
	run := standing(entries, role)
	first := entries[run[0][2]]
	last_date := entries[run[count(run) - 1][2]].date
	last := [entry | some place in run; entry := entries[place[2]]; entry.date == last_date][0]
	path := concat(".", [name, role])
	dates := {concat(".", [path, "date"]): first.date, concat(".", [path, "latest"]): last.date}
	decision := {fact: said | said := first.decision; fact := concat(".", [path, "decision"])}
	signed := {fact: who | fact := concat(".", [path, "by"]); who := person(last.by)}
	conditions := {fact: "yes" |
		first.decision == "granted"
		some id in last.conditions
		fact := concat(".", [path, "condition", id])
	}
}

# The latest run of equal decisions: of each [what it is ordered by, 1 where it declines, its place
# in the list]. It is ordered by texts of one length, as not every engine orders numbers alike.
standing(entries, role) := [place | some place in order; after(place, changes)] if {
	order := sort([place |
		some index in numbers.range(0, count(entries) - 1)
		entry := entries[index]
		entry.role == role
		declined := declines(entry)
		place := [sprintf("%s %d %04d", [entry.date, declined, index]), declined, index]
	])
	said := order[count(order) - 1][1]
	changes := [place | some place in order; place[1] != said]
}

# Does it come after the last of these?
after(_, changes) if count(changes) == 0

after(place, changes) if place[0] > changes[count(changes) - 1][0]

declines(entry) := 1 if {
	entry.decision == "declined"
} else := 0

# Capitals and spaces make no difference to a name.
person(name) := lower(trim(regex.replace(name, `[\s\pZ]+`, " "), " "))

# ------------------------------------------------------------- what the rules compare: flat facts

text(stated_facts, fact) := object.get(stated_facts, fact, "")

number(stated_facts, fact) := object.get(stated_facts, fact, 0)

is_given(stated_facts, fact) := true if {
	has(stated_facts, fact)
} else := false

# The days from one to another; 0 where either is missing.
gap(first, second) := second - first if {
	is_number(first)
	is_number(second)
} else := 0

gap_known(first, second) := true if {
	is_number(first)
	is_number(second)
} else := false

any_of(truths) := true in truths

all_of(truths) := count([truth | some truth in truths; truth == false]) == 0

# Those of the roles whose test is true.
who(roles) := [role | some role in object.keys(roles); roles[role]]

# The first of the days whose test is true.
first_of(days) := [day | some pair in days; pair[0]; day := pair[1]][0]

# ------------------------------------------------------------------------------------- days

# The day that a fact names.
day(stated_facts, fact) := day_number(stated_facts[fact]) if {
	has(stated_facts, fact)
} else := null

day_number(said) := number_of(
	to_number(substring(said, 0, 4)),
	to_number(concat("", ["1", substring(said, 5, 2)])) - 100,
	to_number(concat("", ["1", substring(said, 8, 2)])) - 100,
)

# Years are counted from March, so that a leap day comes last.
number_of(year, month, day_of_month) := (((start + floor(((moved * 306) + 5) / 10)) + day_of_month) - 1) - 719468 if {
	moved := rest(month + 9, 12)
	start := start_of(year - floor(moved / 10))
}

# The day on which a year that is counted from March begins.
start_of(year) := (((365 * year) + floor(year / 4)) - floor(year / 100)) + floor(year / 400)

# A day number as [year, month, day of the month].
civil(number_of_day) := [year + floor((index + 2) / 12), rest(index + 2, 12) + 1, day_of_month] if {
	days := number_of_day + 719468
	about := floor((days * 400) / 146097)
	year := [each | some each in [about + 1, about, about - 1]; start_of(each) <= days][0]
	of_year := days - start_of(year)
	index := floor(((100 * of_year) + 52) / 3060)
	day_of_month := (of_year - floor(((index * 306) + 5) / 10)) + 1
}

# A day as YYYY-MM-DD; null stays null.
written(null) := null

written(number_of_day) := sprintf("%04d-%02d-%02d", civil(number_of_day)) if is_number(number_of_day)

plus_days(start, days) := start + days if {
	is_number(start)
} else := null

plus_weeks(start, weeks) := plus_days(start, 7 * weeks)

# By the corresponding date; a month after 31 January is the last day of February.
plus_months(null, _) := null

plus_months(start, months) := number_of(year, month, lesser(day_of_month, length)) if {
	is_number(start)
	[from_year, from_month, day_of_month] := civil(start)
	every_month := (((from_year * 12) + from_month) - 1) + months
	year := floor(every_month / 12)
	month := rest(every_month, 12) + 1
	next := every_month + 1
	length := number_of(floor(next / 12), rest(next, 12) + 1, 1) - number_of(year, month, 1)
}

lesser(one, other) := one if {
	one < other
} else := other

# Monday to Friday less the days that are closed. The day after the start is the first that counts.
# Null where the days that are closed are not known. No rule meets as many closed days in a row as
# are looked through here; if one did, the day would be null too.
plus_working_days(start, days) := found if {
	is_number(start)
	days != 0
	size := abs(days)
	step := days / size
	reach := (2 * size) + 20
	closed := [one |
		some one in policy.closed
		away := one - start
		abs(away) <= reach
	]
	first := start + step
	worked := [one |
		some one in numbers.range(first, start + (step * reach))
		weekday := day_of_week(one)
		weekday < 5
		not one in closed
	]
	found := worked[size - 1]
	is_known(first)
	is_known(found)
} else := start if {
	days == 0
} else := null

# From Monday, 0, to Sunday, 6: 1 January 1970 was a Thursday.
day_of_week(number_of_day) := rest(number_of_day + 3, 7)

# What is left of a number after whole times of another. Not every engine's % is exact.
rest(number_of_days, whole) := number_of_days - (whole * floor(number_of_days / whole))

is_known(number_of_day) if {
	number_of_day >= policy.known[0]
	number_of_day <= policy.known[1]
}

# The facts that are days, from which working days are to be counted and cannot be.
uncounted(stated_facts, days, counted) := {fact |
	some name in object.keys(counted)
	fact := counted[name]
	has(stated_facts, fact)
	days[name] == null
}
