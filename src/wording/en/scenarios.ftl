### Scenarios: each change as a sentence of its own. $when says where, on which days, at what time and between which dates;
### any part of it, $at and $when themselves may be empty: a blank before the next sign is taken away then.
### People are said by role, by name where that is asked for, or as "somebody".

change-minimum = { $desk } needs { $people } { $when }.
change-minimum-building = The building needs { $people } { $when }.
change-merge-desks = { $desks } become one desk, { $into }, with { $people } { $when }.
change-on-call = { $desk } is answered from off the desk { $when }; on call, and in the building for it: { $people }.
change-move = { $to } takes over desk time { $at } from { $from } { $when }.
change-swap = { $one } and { $other } swap desk time: { $when }, against { $back }.
change-release = { $person } leaves the desk { $at } { $when }.
change-release-above = Whoever is above the minimum { $at } leaves the desk { $when }.
change-add = { $person } is on { $desk } { $when }.

# $n: how many people are named; 0 for everybody. $blocks is one of the next two.
change-block-days = { $n ->
    [0] Everybody takes
    [one] { $people } takes
   *[other] { $people } take
} desk turns { $at } in { $blocks } { $when }; desk time stays the same for each person and desk.
blocks-one-a-day = one block a day
blocks-up-to = blocks of up to { $length }

change-max-stint = { $n ->
    [0] Everybody is
    [one] { $people } is
   *[other] { $people } are
} on desks for at most { $most } without a pause { $when }.
change-protect = Time of { $people } is kept free for outreach { $when }.
change-add-hours = One { $role } more is on { $desk } { $when }.
change-add-hours-up-to = One { $role } more is on { $desk } { $when }, up to { $most } a week.

# Working hours that begin or end at another time; $start, $end and $both are one of the last two.
change-shift-both = { $n ->
    [one] The shift of { $people } starts and ends
   *[other] Shifts of { $people } start and end
} { $both } { $when }.
change-shift-start = { $n ->
    [one] The shift of { $people } starts
   *[other] Shifts of { $people } start
} { $start } { $when }.
change-shift-end = { $n ->
    [one] The shift of { $people } ends
   *[other] Shifts of { $people } end
} { $end } { $when }.
change-shift-each = { $n ->
    [one] The shift of { $people } starts { $start } and ends
   *[other] Shifts of { $people } start { $start } and end
} { $end } { $when }.
by-earlier = { $length } earlier
by-later = { $length } later

change-closed = The library is closed { $when }.
change-opens = The library opens at { $open } { $when }.
change-closes = The library closes at { $close } { $when }.
change-opens-and-closes = The library opens at { $open } and closes at { $close } { $when }.
change-buddy = { $person } is lent to { $branch } { $when }.
change-buddy-desk = { $person } is lent to { $branch }, on { $desk } { $when }.
change-absence = { $person } is not there { $when }.
change-reschedule = { $person }: { $what } { $when } start at { $start } instead.
duties-in-text = duties
other-duties-in-text = other duties

# Who: nobody named, and people whose roles are not said.
everybody-in-text = all
somebody = somebody

# Where and when.
at-place = at { $place }
when-days = on { $days }
when-days-of-week = on { $days } in week { $week }
when-week = in week { $week }
when-until = until { $end }
when-from = from { $start } on
when-from-to = from { $start } to { $end }
when-from-to-next-day = from { $start } to { $end } the next day
when-between-dates = between { $first } and { $last }
when-from-date = from { $first }
when-until-date = until { $last }
