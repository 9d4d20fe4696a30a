### Findings: one claim each, with its number. They open the report, the summary on the terminal and the table "findings".
### Figures come with their unit and, where they are a bound, with "at least" or "at most".

# How much partner time is reachable. $is_one: whether that is one hour. $share: of the time in which partners can meet.
finding-reach = Of { $window } a week in which { $n ->
    [one] the partner
   *[other] the { $n } partners
} can meet, { $reachable } { $is_one ->
    [yes] is
   *[no] are
} reachable ({ $share }).

# Partner time that is lost because people are on desks: all of it at or under the minimum of the desks; all of it while a
# desk has more people than its minimum; or some of each.
finding-desk-losses-needed = { $lost } a week of partner time ({ $share }) is lost while the eligible people in the building are on desks. Each of these desks is at or under its minimum.
finding-desk-losses-spare = { $lost } a week of partner time ({ $share }) is lost while the eligible people in the building are on desks. At least one of these desks has more people than its minimum.
finding-desk-losses-both = { $lost } a week of partner time ({ $share }) is lost while the eligible people in the building are on desks. For { $spare } of it, a desk has more people than its minimum.

# The share of desk duty in staffed time, and both in whole hours.
finding-desk-share = Desk duty takes { $share } of staffed time: { $desk } of { $staffed } hours a week.

# Time off the desk that comes in blocks long enough to use; with and without a rest in shorter pieces.
finding-blocks = Of { $off_desk } a week off the desk, { $usable } come in blocks of at least { $min_block } minutes.
finding-blocks-and-pieces = Of { $off_desk } a week off the desk, { $usable } come in blocks of at least { $min_block } minutes. The other { $rest } come in shorter pieces, too short to plan, visit or follow up.

# The largest other loss of partner time, by its kind.
finding-lost-too-short = { $lost } a week are lost although somebody is off the desk: the time is too short for a visit, or the way there takes it up. Longer blocks would win it.
finding-lost-pinned = { $lost } a week are lost although somebody is off the desk: the building minimum, or being on call, keeps them in.
finding-lost-other-duties = { $lost } a week are lost to meetings, meals and other duties at the same hour. Moving some of them would win it.
finding-lost-unstaffed = { $lost } a week are lost because nobody who may meet partners is on shift while the library is open.
finding-lost-unknown = { $lost } a week cannot be judged, because working hours are not given.

# Partner time while the library is closed; then the half hour of the week that would add most, at a branch where there
# are several.
finding-closed = { $lost } a week of partner time ({ $share }) fall where the library is closed and nobody is in.
finding-closed-best = The half hour that would add most is { $half_hour }.
finding-closed-best-at = The half hour that would add most is { $half_hour } at { $branch }.

# Partners of whose time nothing is reachable, by name.
finding-unreached = No minute of the time of { $partners } is reachable ({ $lost } a week).

# Desks above and under their minimum.
finding-desk-cover-both = Desks hold { $above } of people's time a week above their minimum, and are under it for { $under }: the same hours, placed otherwise, would cover more.
finding-desk-cover-above = Desks hold { $above } of people's time a week above their minimum.
finding-desk-cover-under = Desks are under their minimum for { $under } a week.

# A duty of a job description beside the schedule: of one role, of a role that is not named in public, of every role.
finding-descriptions = { $whose ->
    [every] The job description
    [public] A job description
   *[role] The job description of the { $role }
} gives { $described } of the time to “{ $duty }”; the schedule gives it { $scheduled }.

# Planning and assessment in the schedule, and the room there is for more.
finding-planning-none = Planning and assessment have no hours in the schedule; usable blocks off the desk hold { $usable } a week.
finding-planning = Planning and assessment are work: { $scheduled } a week are scheduled ({ $share } of staffed time), and usable blocks off the desk hold { $usable } more.

# Departments that are never off the desk together, as pairs; or those two that have least time together.
department-pair = { $one } and { $other }
finding-departments-never = { $pairs } have no hour a week in which somebody of each is off the desk together.
finding-departments-least = { $pair } can plan together for { $shared } a week; no other two departments have less.

# The time in which a desk above its minimum serves fewest people.
finding-quiet = The quietest time above a minimum is at { $desk } on { $days } { $time }: { $served } transactions for each staffed hour.
