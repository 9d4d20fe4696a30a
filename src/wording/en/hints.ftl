### What a part of a chart says when a reader points at it: one sentence or two, with what the picture has no room for.
### $day is a weekday, $time a span such as "10:00-10:30"; $hours, $share and the like are figures with their unit.

# Where the week goes: a part of the bar of a role, or of a person where names are shown.
hint-time = { $n ->
    [one] { $who }
   *[other] { $who }, { $n } people
}: { $part } { $hours } of { $total } on shift a week.
hint-part-usable = usable blocks

# Why partner time is lost: bars of the waterfall, then a cell in the row of a partner.
hint-window = Partners can meet for { $window } a week.
hint-outcome = { $outcome }: { $hours } of the { $window } a week in which partners can meet.
hint-partner = { $partner }, { $outcome }: { $hours } of { $window } a week.

# Maps of the week: a half hour.
hint-partners = { $day } { $time }: the average number of partners who can meet is { $number }.
hint-releasable = { $day } { $time }: the average number of people for outreach who are off the desk and may leave is { $number }.
hint-both = { $day } { $time }: a partner can meet and somebody may leave for { $share } of the half hour.

# Desk cover: a half hour at a desk.
hint-desk = { $desk }, { $day } { $time }: the average number of people is { $people }, the minimum { $minimum }.
hint-desk-under = { $desk }, { $day } { $time }: the average number of people is { $people }, the minimum { $minimum }. It is missed for { $minutes } minutes over the period.
hint-desk-closed = { $desk }, { $day } { $time }: the average number of people is { $people }, and the library is closed.

# The week as it is: what somebody does, and whom they could meet.
hint-stretch = { $who }, { $day } { $time }: { $doing }.
hint-doing-usable = off the desk, long enough to use
hint-doing-fragment = off the desk, too short to use
hint-doing-unknown = working hours are not given
hint-slot = { $who }, { $day } { $time }: could meet { $partner }.

# Opening hours: a half hour that is now closed. $partners is a list of names.
hint-hours = { $when }: { $hours } a week of partner time lost because the library is closed. Who has time then: { $partners }.

# Departments: two of them, or two people of one.
hint-departments = { $a } and { $b }: off the desk together for { $hours } a week.
hint-departments-never = { $a } and { $b } are never off the desk together.
hint-department = { $a }: two of its people are off the desk together for { $hours } a week.
hint-department-never = { $a }: no two of its people are ever off the desk together.

# Quiet desk time. $when names desk, days and hours.
hint-served = { $when }: { $number } transactions for each hour on the desk.
hint-above = { $when }: { $hours } a week above the minimum.

# What if: a figure of one side beside that of the first one, each with its unit and the title of its side. $what is a
# measure, a loss, or "hint-reachable" of a partner or of an assumption.
hint-reachable = { $what }: reachable partner time a week
hint-side = { $what }. { $side }: { $own }; { $first_side }: { $first }.
hint-side-alone = { $what }. { $side }: { $own }.
hint-point = { $moved } a week of desk time change hands, { $reachable } a week of partner time are reachable.
hint-point-named = { $label }: { $moved } a week of desk time change hands, { $reachable } a week of partner time are reachable.

# A role of the chart of job descriptions; figures in percent of time at work, or words.
hint-description = { $role }: relationships with the community. Description: { $described }; schedule: { $scheduled }; room for up to: { $possible }.

# A bar of the chart of planning.
hint-planning = { $label }: { $figures } a week.
