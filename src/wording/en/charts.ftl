### Charts: the title is the finding, without a full stop; the subtitle says units, period and what was counted; the
### description says the same to those who do not see the picture; "…-left-out" says why there is no picture.

## What several charts share.

key-library-open = library open
more-rows = { $n ->
    [one] { $n } more row is in the table.
   *[other] { $n } more rows are in the table.
}
# Who stands in a row: a desk or a person at a branch, and a name with its days.
label-at-branch = { $branch }, { $what }
label-of-branch = { $branch }: { $what }

## Where the week goes.

time-use-title = Desk duty takes { $share } of staffed time
time-use-subtitle = Hours a week by { $by ->
    [person] person
   *[role] role
}, { $period }. Usable blocks last at least { $min_block } minutes.
time-use-at-least = Off-desk time is an “at least”, the desk's share an “at most”.
time-use-description = Stacked bars of hours a week by { $by ->
    [person] person
   *[role] role
}. In all: desk { $desk }, other duties { $other }, usable blocks { $usable }, fragments { $fragments }.
time-use-left-out = Where the week goes is not drawn: nobody is on shift in the period.
key-desk = desk
key-other-duties = other duties
key-usable-blocks = usable blocks off the desk
key-fragments = fragments off the desk
# Beside a bar and in it: what it is, and how much.
bar-usable = usable
bar-fragments = fragments
bar-part = { $what } { $hours }
bar-other-duties = Other duties: { $duties }

## Why partner time is lost.

partner-time-title = Of { $window } a week in which partners can meet, { $reachable } can be used
partner-time-subtitle = Hours a week of firm partner windows by what becomes of them, { $period }. Each minute has one outcome, the one nearest to success.
partner-time-tentative = Tentative windows are counted apart.
partner-time-description = A waterfall from window time to reachable time, then a row for each partner. In all: { $parts }.
partner-time-left-out = Why partner time is lost is not drawn: no stakeholder has a window in the period. Add stakeholders.csv to see it.
partner-time-lanes = Partner by partner: hours a week by outcome, nearest to success first
partner-time-more = { $n ->
    [one] { $n } more partner is in the table.
   *[other] { $n } more partners are in the table.
}
in-all = in all
# The first bar of a waterfall, and a loss on the way down.
partners-can-meet = Partners can meet
loss-amount = − { $amount }

## When partners can meet and who is free.

partners-and-staff-title-inside = Partners can meet for { $hours } a week, all of it while the library is open
partners-and-staff-title-outside = { $share } of partner time falls outside opening hours
partners-and-staff-subtitle = By weekday and half hour, averages over { $period }.
partners-and-staff-branches = The maps show { $n } branches as one; a line is drawn where at least half of the most are open.
partners-and-staff-description = Three maps of the week: partners who can meet ({ $partners } a week in all), staff who may leave, and both at once ({ $both } a week).
partners-and-staff-left-out = When partners can meet and who is free is not drawn: no stakeholder has a window in the period.
partners-and-staff-no-hours = When partners can meet is not drawn: the period has no open hours.
partners-and-staff-partners = Partners who can meet, on average
partners-and-staff-staff = Staff for outreach who are off the desk and may leave the building, on average
partners-and-staff-both = Both at once: percent of the half hour in which a partner can meet and somebody may leave
key-more-partners = more partners: darker
key-more-staff = more staff: darker
key-more-both = more of the half hour: darker
# Less than one percent, in a small cell.
under-one = <1

## Desk cover.

desk-cover-title-at = Desks stand at their minimum at every open hour
desk-cover-title-above = Desks hold { $above } of people's time a week above their minimum
desk-cover-title-under = Desks are under their minimum for { $under } a week
desk-cover-title-both = Desks hold { $above } a week above their minimum, and miss it for { $under }
desk-cover-subtitle = People on the desk by weekday and half hour, on average over the dates on which the library is open then, { $period }.
desk-cover-description = Heat maps, one for each desk. In all, { $above } of people's time a week is above a minimum, and desks are under it for { $under }.
desk-cover-left-out = Desk cover is not drawn: no desk is staffed in the period.
desk-cover-many = Desk cover is not drawn for { $n } desks at once: choose a branch with --branch.
desk-cover-panel = { $desk }: { $above } a week above the minimum, under it for { $under }
key-under-minimum = under the minimum, for some of the time or all of it
key-at-minimum = at the minimum
key-above-minimum = above the minimum (bold)

## The week as it is.

week-title = { $week }: { $n ->
    [0] no chance to meet a partner
    [1] one chance to meet a partner
   *[other] { $n } chances to meet a partner
}
week-typical = A typical week
week-of = The week of { $date }
week-subtitle = A row for each person and day. Time that is on shift and neither desk nor another duty is a block; blocks of the minimum length are usable.
week-description = The schedule of one week, day by day and person by person, with { $n } contact slots marked.
week-left-out-public = The schedule of the week is left out of a public packet: its rows are single people.
week-left-out = The schedule of the week is not drawn: nobody is on shift in the first week of the period.
week-many = The schedule of the week is not drawn for { $n } people at once: choose a branch with --branch.
week-day = { $weekday } { $date }
key-usable-block = usable block
key-fragment = fragment
key-could-be-met = a partner could be met

## Hours options.

hours-options-title = Opening { $half_hour } would meet { $hours } of partner time a week
hours-options-subtitle = Partner time now lost because the library is closed, in hours a week, by half hour, best first, { $period }.
hours-options-description = Bars of partner hours a week for each half hour that is now closed, best first, with the partners who have time then.
hours-options-left-out = Hours options are not drawn: no partner time is lost because the library is closed.
hours-options-more = { $n ->
    [one] { $n } more half hour is in the table.
   *[other] { $n } more half hours are in the table.
}

## Departments.

departments-title-least = { $pair } can plan together for { $hours } a week, the least of all
departments-title-never = { $n ->
    [one] { $pair } are never off the desk together
   *[other] { $n } pairs of departments are never off the desk together
}
departments-subtitle = Hours a week in which somebody of each department is off the desk at the same time, at least { $min_block } minutes at a stretch, { $period }. On the diagonal: two people of one department.
departments-description = A table of departments by departments with the hours a week in which somebody of each is off the desk together.
departments-left-out = Departments are not drawn: staff.csv names fewer than two of them at one branch.
departments-many = Departments are not drawn for { $n } of them at once: choose a branch with --branch.
one-person = one person
never = never

## Quiet desk time.

quiet-desk-title = The quietest desk time above a minimum serves { $served } people an hour
quiet-desk-subtitle = Hours in which a desk stands above its minimum, quietest first: transactions for each staffed desk hour, and how much of the desk time is above the minimum, { $period }.
quiet-desk-description = Bars of transactions for each staffed desk hour, quietest first, with the hours a week above the minimum.
quiet-desk-no-traffic = Quiet desk time is not drawn: there is no traffic. Add desk-traffic.csv to see it.
quiet-desk-left-out = Quiet desk time is not drawn: no desk stands above its minimum where traffic is counted.
key-transactions = transactions for each staffed hour
key-hours-above = hours a week above the minimum
label-days = { $what }, { $days } { $time }

## Charts of a comparison: "today" or the first side is $first; $side as in "with “One desk”".

# What a hollow and a filled mark are, and other words beside marks.
wanted-more = more is better
wanted-less = less is better
difference-more = more
difference-less = less
difference-same = the same
side-new = new
side-not-there = not there
amount-no-rate = no hourly rate
amount-none = none
amount-not-known = not known
no-amount = –
side-told = { $title }: { $what }
amount-told = { $what } { $amount }
amount-changed = { $hours } ({ $difference })

what-if-measures-left-out = What changes is not drawn: every measure is as it is { $side }.
what-if-measures-partners = Partner time, hours a week, on one scale
what-if-measures-desks = People and desks, a week, each row on its own scale
what-if-measures-takes = What it takes, a week, each row on its own scale
what-if-measures-unchanged = No change: { $measures }.
what-if-measures-shares = Desk shares, least to greatest
what-if-measures-shares-first = hollow bar: { $span }
what-if-measures-subtitle = What differs from { $first } (hollow circle) in each panel (filled mark), for a week, { $period }. Hours unless a row says otherwise; every track begins at 0.
what-if-measures-description = Tracks with two marks for each measure that differs. Reachable partner time a week: { $told }.

what-if-outcomes-no-windows = What becomes of partner time is not drawn beside each other: no stakeholder has a window.
what-if-outcomes-left-out = What becomes of partner time is not drawn beside each other: it is as it is { $side }.
what-if-outcomes-title = The loss { $loss } shrinks most: { $by } { $with }
what-if-outcomes-title-none = No loss is smaller than { $side }
what-if-outcomes-subtitle = Hours a week of firm partner windows by what becomes of them, all on one scale, { $period }. Pale, outlined bars are as { $side }; at the others the difference is written.
what-if-outcomes-description = A waterfall from window time to reachable time for each side. { $told }

what-if-partners-left-out = Partner by partner is not drawn: every partner's time within reach is as it is { $side }.
what-if-partners-more = { $n ->
    [one] { $n } more partner with a smaller difference is in the table.
   *[other] { $n } more partners with smaller differences are in the table.
}
what-if-partners-same = No change for { $partners }.
what-if-partners-not-in = Not in { $title }: { $partners }.
what-if-partners-none = { $with }, no partner gains or loses time within reach
what-if-partners-title = { $with }, { $more ->
    [one] { $more } partner gains
   *[other] { $more } partners gain
} time within reach, { $less ->
    [0] none loses any
    [1] 1 loses some
   *[other] { $less } lose some
}
what-if-partners-subtitle = Hours a week of each partner's time that are reachable: { $first } (hollow circle) and then (filled mark), all on one scale from 0, { $period }. Those who gain most stand first.
what-if-partners-description = A row for each partner whose reachable time differs. { $told }

what-if-robust-left-out = Other assumptions are not drawn: the comparison was not computed under any.
what-if-robust-range = thin lines: least to most
what-if-robust-title = { $title } is { $held }
what-if-robust-title-none = None of the { $all } is better in any of { $n } settings
what-if-robust-title-most = None is better in each of { $n } settings; { $title } is in { $best }
what-if-robust-title-alone = { $title } alone is better in each of { $n } settings
what-if-robust-title-both = Both are better in each of { $n } settings
what-if-robust-title-all = All { $all } are better in each of { $n } settings
what-if-robust-title-some = { $some } of the { $all } are better in each of { $n } settings
what-if-robust-subtitle = Hours a week of partner time that are reachable, { $first } (hollow circle) and then (filled mark), with one thing assumed otherwise in each row, { $period }.
what-if-robust-description = A row for each assumption, a panel for each change. { $told }

trade-off-left-out = What moved desk time buys is not drawn: no schedule that moves any was searched for or found.
trade-off-title = When { $moved } a week of desk time change hands, { $reachable } of partner time are reachable, { $against }
trade-off-title-none = No desk time that changes hands makes more partner time reachable than { $side }
trade-off-subtitle = Reachable partner time over desk time that changes hands, both in hours a week, { $period }. The hollow circle is { $first }.
trade-off-description = A curve with a point for each schedule. { $told }.
trade-off-point = { $moved } moved, { $reachable } reachable
trade-off-unplaced = Points without room for a label, from the left: { $points }.
trade-off-y = Reachable, hours a week
trade-off-x = Desk time that changes hands, hours a week
