### Job descriptions beside the schedule: findings and the chart.

# $described and $scheduled are hours for a week; $described may say "at least".
# $which is "some" where roles are merged for the public, and their descriptions are left out.
descriptions-hours = { $which ->
    [some] The job descriptions shown here
   *[all] Job descriptions
} give relationships with the community { $described } a week; the schedule gives them { $scheduled }.
descriptions-hours-kept = { $which ->
    [some] The job descriptions shown here
   *[all] Job descriptions
} give relationships with the community { $described } a week, and the schedule gives them { $scheduled }.
descriptions-room = Blocks off the desk, long enough to use, have room for up to { $room } a week of it, shared with every other duty that has no time of its own.

# $roles is a list of roles, $n their number. A block is a stretch of time off the desk.
descriptions-out-of-reach = { $n ->
    [one] For one role, even all usable blocks are too little for what its description gives to relationships: { $roles }.
   *[other] For { $n } roles, even all usable blocks are too little for what their descriptions give to relationships: { $roles }.
}

# One role with what its description says and what there is room for, in percent of time at work.
descriptions-role-short = { $role } ({ $described } described, room for { $possible })

# $duties is a list of duties with their roles, $n the number of all such duties.
descriptions-no-time = { $n ->
    [one] One duty of the descriptions has no hour on the schedule: { $duties }.
   *[other] { $n } duties of the descriptions have no hour on the schedule; among them { $duties }.
}
descriptions-duty = “{ $duty }” ({ $role })
descriptions-duty-of-all = “{ $duty }” (every role)

descriptions-silent = { $n ->
    [one] One description gives relationships with the community no time: { $roles }.
   *[other] { $n } descriptions give relationships with the community no time: { $roles }.
}
descriptions-none = { $n ->
    [one] One role has no description in the study: { $roles }.
   *[other] { $n } roles have no description in the study: { $roles }.
}

## The chart

descriptions-title = { $which ->
    [some] The job descriptions shown give
   *[all] Job descriptions give
} relationships { $described } a week, the schedule { $scheduled }
descriptions-title-silent = No job description gives time to relationships with the community
descriptions-chart-subtitle = Relationships with the community (the activity outreach) in percent of each role's time at work, { $period }. Room: time in blocks of at least { $block } minutes off the desk; other duties without time of their own share it.
descriptions-chart-about = For each role, three figures in percent of time at work: what the job description gives to relationships with the community, what the schedule gives, and how much there is room for at most.
descriptions-chart-none = Job descriptions are not drawn: duties.csv is not there or has no rows.
descriptions-chart-merged = Job descriptions are not drawn: every role is merged with others, so that none shows one person.
descriptions-key-scheduled = in the schedule
descriptions-key-room = room for it, shared with other duties
descriptions-key-described = in the description
descriptions-column-described = description
descriptions-column-scheduled = schedule
descriptions-column-possible = room for up to
descriptions-not-named = not named
# Room that a public packet leaves out.
descriptions-not-shown = –
descriptions-no-description = none
descriptions-none-may-meet = { $people }, not for visits
descriptions-more-roles = { $n ->
    [one] One more role is in the table.
   *[other] { $n } more roles are in the table.
}
