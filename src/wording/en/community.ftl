### Stories, groups of partners, departments together, and what other libraries report.

## Stories

# Over a story that is about no partner of the study.
story = A story
# Over a story about one partner or several.
story-about = A story: { $partners }

## Groups of partners

# Partners without a group.
no-group = no group given
# Why time is lost, as the end of a sentence.
lost-because = { $reason ->
    [too_short] because free time is too short for a visit
    [pinned] because too few people would stay in the building
    [other_duties] to meetings, meals and other duties
    [desk_spare] to desks that have more people than their minimum
    [desk_needed] to desks that have no more people than they need
    [unknown] because working hours are not given
    [unstaffed] because nobody who may meet partners is on shift
   *[closed] because the library is closed
}
# A group with how many of its partners: `employer (1 of 2)`.
group-of = { $group } ({ $n } of { $all })
groups-out-of-reach = { $most }{ $n } of { $all } partners { $n ->
    [one] is
   *[other] are
} out of reach: on no day of the week, in no week, could anybody meet them. By group: { $groups }.
groups-all-reached = Every partner can be met at some hour. The group with the smallest share of its time within reach is { $group } ({ $least }{ $share }).
groups-least = { $group }: of { $window } a week in which these partners can meet, { $number ->
    [0] nothing is within reach. Most of it is lost { $because }.
    [one] { $least }{ $reachable } is within reach ({ $share }). Most of the rest is lost { $because }.
   *[other] { $least }{ $reachable } are within reach ({ $share }). Most of the rest is lost { $because }.
}
groups-weekdays = Partners can meet on { $all } days of the week, counted for each of them. On { $most }{ $n } of these nobody could meet the partner, in any week.
groups-seldom = { $n ->
    [one] One { $after ->
        [0] partner is
       *[other] more partner is
    }
   *[other] { $n } { $after ->
        [0] partners are
       *[other] more partners are
    }
} within reach for less than one visit a week: { $groups }.
groups-weighted = By priority (1 counts in full, 2 a half, 3 a third), { $least }{ $weighted } of partners’ time is within reach. Without weights it is { $least }{ $share }.
at-most-word = at most{ " " }
at-most-start = At most{ " " }
at-least-word = at least{ " " }

# The chart of groups.
groups-left-out = Groups of partners are not drawn: { $n ->
    [0] no partner has a group
   *[other] only one group is named
}. The column `group` of stakeholders.csv tells schools from shelters and employers.
groups-title = { $most }{ $n } of { $all } partners { $n ->
    [one] is
   *[other] are
} out of reach in every week; the group reached least is { $group }
groups-title-reached = Every partner can be met at some hour; the group reached least is { $group }
groups-subtitle = Hours a week in which the partners of each group can meet, by what becomes of them, { $period }. Out of reach: on no day of the week, in no week, could anybody meet the partner.{ $weighted }
groups-weights = { " " }By priority, a partner of priority 2 counts a half, of priority 3 a third.
groups-description = A bar for each group of partners, cut into reachable time and lost time. { $groups }.
groups-described = { $group }: { $reachable } of { $window } reachable, { $n } of { $all } partners out of reach
groups-more = { $n } more groups are in the table.
group-partners = { $n ->
    [one] { $n } partner
   *[other] { $n } partners
}
group-out = { $most }{ $n } of { $all } out of reach
group-none-out = { $all ->
    [one] within reach
   *[other] all { $all } within reach
}
group-by-priority = by priority { $share } reachable
group-parts = { $reachable } reachable ({ $share }){ $lost }
group-main-reason = , { $hours } lost: { $reason }
group-other-reasons = , { $hours } for other reasons
key-reachable = reachable
key-main-reason = lost, main reason
key-other-reasons = lost, other reasons

## Departments together

all-departments = all departments
departments-all = All { $n } departments{ $place } can plan together. The best time is { $time }.
departments-all-never = There is no hour of the week at which somebody of each of the { $n } departments is off the desk.
departments-all-never-at = In { $n } of { $all } branches with three departments or more, there is no hour at which somebody of each department is off the desk. These are { $branches }.
departments-best = There are times at which two departments could plan together, for { $min_block } minutes at any time of them. { $told }
departments-best-of = The best for { $a } and { $b }{ $place } is { $time }.
departments-never = { $n } of { $all } pairs of departments can never plan together. These are { $list }.
more-of = { $list }; and { $n } more
departments-never-of = { $a } and { $b }{ $place }
departments-never-people = { $a } ({ $people_a }) and { $b } ({ $people_b }){ $place }
department-time = { $weekday } { $time } ({ $least }{ $n } of { $all } weeks)
at-branch = { " " }at { $branch }

# What a swap of two desk hours would give.
swap-gives = Handing on { $moved } of desk time a week{ $when } would give { $a } and { $b }{ $place } { $least }{ $after } a week together; { $today }. No desk is further under its minimum than today, and no partner loses time.
# At which desk and at which hours.
swap-when = { " " }({ $desk }, { $day } { $time })
swap-when-both = { " " }({ $day } { $time }, against { $back })
swap-none-today = today they have none
swap-today = today they have { $hours }
swap-more-dates = { $n ->
    [one] { $change } The same on one other date.
   *[other] { $change } The same on { $n } other dates.
}
swap-none = For { $n ->
    [one] one pair
   *[other] { $n } pairs
} of departments, no move or swap of at most two desk hours a week gives time together. This is about { $list }.
swap-too-large = Swaps of desk hours are not searched in a study of this size. Make a study of one branch to see them.
swap-in-part = There are many people: { $n } moves and swaps of desk time were weighed, and not all that could be made.
swap-pairs-left-out = Swaps were searched for the { $n } pairs of departments with the least time together; { $left_out } other pairs were left out.
method-swaps = Swaps of desk hours
method-swaps-text = For two departments that never share time (where all do, for the two that share least), moves and swaps of at most two desk hours a week are tried, both ways of a swap together. Turns shorter than half an hour are not handed on. What is told was made on paper and computed again: it leaves no desk, no building, no partner and no other two departments with less than today.

## Before and after

before-and-after = Before and after
before-after-about = Before: { $before }. After: { $after }. Both were computed in the same way, and are given for a week. What differs may have other reasons than the schedule, such as a holiday.
before-after-reach = Before, { $least }{ $before } of { $before_window } a week of partner time were reachable ({ $before_share }); after, it was { $least }{ $after } of { $after_window } ({ $after_share }).
before-after-loss = The loss “{ $loss }” { $turn } from { $before } to { $after } a week.
before-after-desk = Desk duty took { $most }{ $before } of staffed time before, and { $most }{ $after } after.
before-after-usable = Usable blocks off the desk held { $least }{ $before } a week before, and { $least }{ $after } after.
before-after-gained = Partners that gained time within reach: { $gained }. None lost any.
before-after-lost = Partners that lost time within reach: { $lost }. None gained any.
before-after-gained-lost = Partners that gained time within reach: { $gained }. Partners that lost some: { $lost }.
# A partner with how much more or less of its time was within reach.
partner-gain = { $name } ({ $gain })
before-after-minimum = Desks were under their minimum for { $before } a week before, and for { $after } after.

## What other libraries report: context, never a standard

practice-academic-1992 = A survey of 32 academic libraries found a mean of 12.5 desk hours a week for each librarian.
practice-academic-1992-name = Academic libraries, survey of 32
practice-academic-1969 = An older survey of academic libraries found 2 to 8 desk hours a day, with a mean of 4.5.
practice-academic-1969-name = Academic libraries, older survey
practice-half = A librarian reports that about half of the time is off the desk, in desk turns of one to two hours.
practice-half-name = One library, about half the time
practice-seven-hour-day = Full-time librarians tell of 4 to 5 desk hours in a day of 7 hours.
practice-seven-hour-day-name = Librarians, of a day of 7 hours
practice-eight-hour-day = Others tell of 5 to 6 desk hours in a day of 8.
practice-eight-hour-day-name = Librarians, of a day of 8 hours
practice-nearly-all = In an earlier library, a librarian was on a desk for 8 hours a day, with about one hour a week off it.
practice-nearly-all-name = Another library, nearly all the time
practice-grapevine = A public library open 70 hours a week gave each person 4 desk hours a day from Tuesday to Thursday, in turns of 2 hours.
practice-stint = Library staff name two hours as the most that anybody should be on a desk at a time.
practice-minimum-staff = Five written policies want two or three people in the building. With fewer, a room closes first, then the library. This is one of them.
practice-on-call = Over seven semesters, librarians at a desk and librarians on call were compared: the number of true reference questions stayed the same.
practice-consultations = After one library took its desk away, appointments with librarians rose sharply.
practice-school-year = A librarian with school visits to plan had two openings a week that left the branch covered: Tuesday after 12:30 and Wednesday morning, when school is out early.
practice-obstacles = In a survey of public library outreach staff, all say that libraries should do outreach. How much staff time is given to it differs.
practice-descriptions = Of research libraries, 95 % name outreach in some job description. For public libraries no such count was found.
practice-time-audit = One library’s time audit counts research, planning, preparation and administration of outreach as work beside the visit.
practice-interruptions = One librarian’s schedule for pages took about 3 hours to make at the desk, and about 15 minutes off it.
practice-volunteers = In research libraries, outreach is done mostly by volunteers from other units, and their supervisors must agree.

# Who reports it, as a source is cited.
practice-by-libref = LIBREF-L, survey of 32 academic libraries, 1992
practice-by-survey-1969 = Survey of academic libraries, 1969
practice-by-blog = Blog hhibner, September 2009
practice-by-forum = Library staff on r/Libraries, March 2025
practice-by-spec-kit = Association of Research Libraries, SPEC Kit 361
practice-by-publib = Grapevine, Texas, on the list Publib, March 2007
practice-by-wilmington = Policy of the library of Wilmington, Massachusetts
practice-by-rusq = McClure and Bravender, Reference & User Services Quarterly 52 (4)
practice-by-arndt = Arndt, 2010
practice-by-school-blog = Blog booksdogsandfrogs, August 2011
practice-by-outreach-journal = Mills, Campana and Martin, Journal of Library Outreach & Engagement
practice-by-storytime = Adventures in Storytime, January 2025
practice-by-blog-june = Blog hhibner, June 2009

# The finding and the chart.
practice-finding = Desks take { $most }{ $hours } of a full-time week of 40 hours here. Published accounts run from { $low } to { $high }; none of them is a standard.
practice-finding-target = Desks take { $most }{ $share } of staffed time; the library’s own target is { $target }.
practice-title = Desk duty takes { $most }{ $hours } of a full-time week here; published accounts run from { $low } to { $high }
practice-title-target = Desk duty takes { $most }{ $share } of staffed time; the library’s target is { $target }
practice-subtitle = Desk hours in a full-time week, { $period }. Here: the desk’s share of time on shift, times 40 hours. Sources speak of librarians, some of them in academic libraries; hours a day are taken five times; a dark mark is a mean. Context, not a standard.
practice-subtitle-target = Desk hours in a full-time week, { $period }: the desk’s share of time on shift, times 40 hours.
practice-description = Desk hours in a full-time week, here and as published sources report them. { $rows }.
practice-described = { $name }: { $hours }
practice-everybody = Here: everybody
practice-eligible = Here: who may meet partners
practice-target = Target: { $share } ({ $hours })
practice-tick = { $hours } h
practice-year = { $name }, { $year }
practice-range = { $low } to { $high }
practice-left-out = What other libraries report is not shown: the setting `practice` is false.
practice-left-out-nobody = What other libraries report is not shown: nobody is on shift in the period.
method-practice = What other libraries report
method-practice-text = Numbers of other libraries are context. No published source was found that recommends a number. Those that report one speak of librarians, some of them in academic libraries. Hours a day are taken five times for a week; a share of the time is taken of 40 hours. Here, the desk’s share of time on shift is taken of 40 hours, over all people together.
practice-from-source = in the source’s own unit
practice-five-days = hours a day, times 5
practice-of-forty = share of a week of 40 hours
practice-here = share of time on shift, times 40 hours

## Tables
column-groups-group = the kind of partner
column-groups-partners = partners of the group with a firm window in the period
column-groups-out-of-reach = those with no reachable minute: on no day of the week, in no week of the period, is there a contact slot
column-groups-seldom = others whose reachable time, divided by the weeks of the period, is shorter than their shortest useful visit
column-groups-window-min = time in which the group's partners can meet
column-groups-reachable-percent = the reachable share of the window
column-groups-main-reason = the outcome by which most of the rest is lost
column-groups-weekdays = days of the week on which each partner can meet, added up over the partners
column-groups-weekdays-out-of-reach = those on which no week of the period has a reachable minute
column-groups-basis = `at least` where reachable time rests on assumed working hours
column-groups-reachable-at-most-min = reachable time if working hours that are not given are all open hours
column-groups-out-of-reach-at-least = partners without a reachable minute under the same assumption
column-groups-weighted-window-h = window hours by weight: a partner of priority 1 weighs 1, of priority 2 a half (1/2), of priority 3 a third (1/3) …; one without a priority weighs as the lowest priority of the study; blank where no priorities are given
column-groups-weighted-reachable-h = reachable hours by the same weight
column-groups-weighted-reachable-percent = the reachable share of the window by the same weight
column-groups-weighted-partners = the weights of the partners, added up
column-groups-weighted-out-of-reach = those of the partners out of reach
column-department-slots-branch = the branch
column-department-slots-department = the one department, or `all departments`
column-department-slots-with = the other; blank for all departments
column-department-slots-weekday = the day of the week
column-department-slots-start = when it starts; past 24:00 in a night that began on that day
column-department-slots-end = when it ends; 24:00 or later where it crosses midnight
column-department-slots-length-min = how long it is
column-department-slots-dates = on how many dates of the period it is so
column-department-slots-of-dates = how many such days the period has
column-practice-who = whose hours; `Here` for the study's own
column-practice-low-h-a-week = the least, or the one number
column-practice-mean-h-a-week = the mean, where the source gives it
column-practice-high-h-a-week = the most, or the one number
column-practice-conversion = how hours a week come from what is reported
column-practice-source = who reports it
column-practice-address = where it can be read
table-groups = what becomes of the firm windows of one group of partners; the outcomes sum to the window
table-department-slots = for each day of the week, the hours at any time of which a meeting of min_block fits on more dates than at other hours: somebody of each of two departments, or of all, is off the desk, the same people all through it
table-practice = desk hours in a full-time week: the study's own, and those that a published source reports; context, never a standard
column-department-swaps-branch = the branch
column-department-swaps-department = the one department
column-department-swaps-with = the other
column-department-swaps-change = what is changed; blank in a packet for the public
column-department-swaps-shared-now-min = time together over the period today
column-department-swaps-shared-then-min = time together over the period with the change
column-department-swaps-moved-min = desk time that changes hands over the period, both ways of a swap together
column-department-swaps-dates = on how many dates of the period
column-department-swaps-sentence = the same in a sentence
table-department-swaps = the move or swap of at most two desk hours a week that gives two departments most time together
column-department-overlap-people = how many people the one has
column-department-overlap-people-with = how many people the other has

## What a part of a chart says

hint-group = { $group }: { $parts }; { $out }.
hint-practice = { $name }: { $hours } a week ({ $how }).
