### Tables: what one row is, and what each column means; for the README beside them.

## The README beside the tables.

tables-heading = Tables
tables-lead = Each table stands in this folder as { $formats }. Columns that end in `_min` are whole minutes over the whole period (person-minutes where people are counted); dates are ISO dates; weekdays are Mon to Sun.
table-and-rows = { $about } ({ $n ->
    [one] { $n } row
   *[other] { $n } rows
})
tables-column = column
tables-meaning = meaning
tables-left-out = Left out
tables-public = `{ $table }` is left out of a public packet: its rows are single people.
tables-many = `{ $table }` would have { $n } rows and is left out; narrow the study with --branch, --from or --to, or ask for it with --tables { $table }.

## Columns that several tables share.


column-scenario = the scenario, study or period that is compared with the first
column-partner = the partner
column-role = the role
column-change = what is changed
column-branch = the branch
column-desk = the desk
column-open-min = the library is open
column-half-hour = the half hour
column-dates = on how many dates of the period this half hour occurs
column-person-min = person-minutes on the desk
column-end = until when
column-stakeholder = the stakeholder
column-window-min = time in which the stakeholder can meet
column-inside-open-min = window time while the library is open
column-outside-open-min = window time while it is closed
column-staff = the person
column-date = the date
column-weekday = its day of the week
column-who = who they are
column-on-shift-min = at work
column-desk-min = on desks
column-usable-min = off-desk time in blocks of at least min_block
column-fragments-min = off-desk time in shorter blocks
column-planning-min = on planning
column-assessment-min = on assessment
column-other-duties-min = on other duties
column-start = when it starts
column-length-min = how long it is
column-with = the other
column-sentence = the same in a sentence

## comparison

table-comparison = one measure of one scenario (or study, or period) beside the first
column-comparison-key = a word for the measure
column-comparison-measure = what is measured
column-comparison-unit = the unit of the next three columns
column-comparison-wanted = whether more or less of it is better; blank where neither is
column-comparison-first = how much it is on the first side (today), for a week
column-comparison-then = how much it is with the scenario, for a week
column-comparison-difference = how much more it is, for a week
column-comparison-better = whether the difference is what is wanted
column-comparison-first-min = exact minutes over the period, where it is time and both cover the same dates
column-comparison-then-min = the same with the scenario
column-comparison-difference-min = how many minutes more
column-comparison-basis = `at least` where partner time rests on assumed working hours

## comparison_partners

table-comparison-partners = what becomes of one partner's time, beside the first
column-comparison-partners-branch = the branch whose staff would meet the partner; blank where any branch may
column-comparison-partners-reachable-first-h = hours a week that are reachable on the first side (today)
column-comparison-partners-reachable-then-h = hours a week that are reachable then
column-comparison-partners-gained-h = hours a week that are gained
column-comparison-partners-window-min = time in which the partner can meet; minutes stand where both cover the same dates
column-comparison-partners-gained-min = reachable minutes that are gained over the period

## comparison_roles

table-comparison-roles = desk time of one role, beside the first
column-comparison-roles-desk-first-h = hours a week on desks on the first side (today)
column-comparison-roles-desk-then-h = hours a week on desks then
column-comparison-roles-desk-first-min = minutes on desks over the period, where both cover the same dates
column-comparison-roles-desk-then-min = the same then
column-comparison-roles-shift-first-min = minutes at work over the period
column-comparison-roles-shift-then-min = the same then

## comparison_changes

table-comparison-changes = one change of a scenario, in the order in which they are made
column-comparison-changes-scenario = the scenario
column-comparison-changes-number = its place in the order

## robustness

table-robustness = reachable partner time where one thing is assumed otherwise
column-robustness-setting = what is assumed otherwise
column-robustness-first-h = reachable hours a week on the first side (today)
column-robustness-then-h = reachable hours a week then
column-robustness-better = whether more is reachable then
column-robustness-first-least-h = the least over the people who are away in turn
column-robustness-first-most-h = the most
column-robustness-then-least-h = the least then
column-robustness-then-most-h = the most then

## trade_off

table-trade-off = one schedule: the desk time that changes hands, and what is reachable then
column-trade-off-schedule = a few words for it
column-trade-off-moved-h = desk time that changes hands, hours a week
column-trade-off-reachable-h = partner time that is reachable, hours a week
column-trade-off-moved-min = the same in minutes over the period
column-trade-off-reachable-min = the same in minutes over the period

## desk_cover

table-desk-cover = one desk over the period; minimums count while the library is open
column-desk-cover-staffed-min = somebody is on the desk, open or not
column-desk-cover-person-min = person-minutes on the desk, open or not
column-desk-cover-under-minimum-min = open, with fewer people than the minimum
column-desk-cover-missing-person-min = person-minutes missing to the minimum
column-desk-cover-above-minimum-person-min = person-minutes above the minimum, while open
column-desk-cover-while-closed-person-min = person-minutes on the desk while closed

## desk_grid

table-desk-grid = one half hour of the week at one desk, summed over the period
column-desk-grid-weekday = the day
column-desk-grid-minimum-person-min = person-minutes that the minimum asks for
column-desk-grid-under-minimum-min = minutes under the minimum
column-desk-grid-above-minimum-person-min = person-minutes above the minimum
column-desk-grid-people-avg = people on the desk, on average over the dates on which the library is open then

## week_grid

table-week-grid = one half hour of the week at one branch, summed over the period
column-week-grid-stakeholder-min = stakeholder-minutes of firm windows
column-week-grid-releasable-person-min = person-minutes of eligible people who may leave
column-week-grid-off-desk-person-min = person-minutes of everybody off the desk
column-week-grid-both-min = minutes in which a stakeholder can meet and somebody may leave

## quiet_desk

table-quiet-desk = one row of traffic beside the staffing of its desk, over the period
column-quiet-desk-day = on which days
column-quiet-desk-start = from when
column-quiet-desk-dates = on how many dates
column-quiet-desk-transactions = transactions on all of these dates
column-quiet-desk-above-minimum-person-min = person-minutes above its minimum
column-quiet-desk-transactions-an-hour = transactions for each person-hour on the desk

## outcomes_by_weekday

table-outcomes-by-weekday = the firm windows of one stakeholder on one day of the week
column-outcomes-by-weekday-weekday = the day on which the minute lies

## contact_slots

table-contact-slots = a time at which one person could meet one stakeholder
column-contact-slots-branch = the branch from which staff would go
column-contact-slots-start = when the visit can start
column-contact-slots-end = when it must end
column-contact-slots-length-min = how long it can be, without the way there and back
column-contact-slots-mode = go (staff visit), host (at the library) or online
column-contact-slots-certainty = whether the stakeholder's window is firm

## hours_options

table-hours-options = a half hour of the week in which stakeholders could meet and the library is closed, best first
column-hours-options-lost-closed-min = stakeholder time lost because the library is closed
column-hours-options-outside-open-min = stakeholder time outside open hours, lost or not
column-hours-options-stakeholders = how many stakeholders have time then

## staff_time

table-staff-time = one person's account of time at one branch: on_shift = desk + other duties + usable + fragments
column-staff-time-staff = the person: role and number, or the name where names are asked for
column-staff-time-department = the department
column-staff-time-other-duties-min = on other duties: meals, breaks, meetings, programs, planning, assessment, training, outreach, travel, other
column-staff-time-off-desk-min = at work, and neither on a desk nor on another duty
column-staff-time-meal-min = on meals
column-staff-time-break-min = on breaks
column-staff-time-meeting-min = on meetings
column-staff-time-program-min = on programs
column-staff-time-training-min = on training
column-staff-time-outreach-min = already out with the community
column-staff-time-travel-min = on the way
column-staff-time-other-min = on any other duty
column-staff-time-in-blocks-of-90-min = off-desk time in blocks of at least 90 minutes
column-staff-time-in-blocks-of-120-min = off-desk time in blocks of at least 120 minutes
column-staff-time-blocks = how many blocks of off-desk time
column-staff-time-usable-blocks = how many of them are usable
column-staff-time-longest-block-min = the longest of them
column-staff-time-longest-block-a-day-avg-min = the longest block of a working day, on average
column-staff-time-dates = on how many dates the person is at work
column-staff-time-assumed-dates = on how many of them working hours are not given: where more than 0, off-desk figures are an at least
column-staff-time-off-desk-at-most-min = off-desk time if those working hours are all open hours
column-staff-time-usable-at-most-min = usable blocks if those working hours are all open hours
column-staff-time-off-desk-by-hours-min = where working hours are not given and weekly_hours is: those hours less desk and other duties, exact in total

## staff_weeks

table-staff-weeks = one person's account at one branch in one week; what crosses the end of a week counts in the week it starts in
column-staff-weeks-week-of = the Monday of the week
column-staff-weeks-usable-min = off-desk time in usable blocks

## blocks

table-blocks = one block of off-desk time
column-blocks-date = the date on which it starts
column-blocks-end = when it ends; 24:00 or later where it crosses midnight
column-blocks-usable = whether it is at least min_block long

## conflicts

table-conflicts = two rows of one person that cannot both be kept, on one date
column-conflicts-start = when both hold
column-conflicts-length-min = how long
column-conflicts-conflict = what clashes
column-conflicts-line = the line of the one row in desk-schedule.csv
column-conflicts-other-line = the line of the other

## staff_overlap

table-staff-overlap = time that two people of a branch share off the desk, at least min_block at a stretch
column-staff-overlap-staff = the one
column-staff-overlap-shared-min = how much

## department_overlap

table-department-overlap = the same between two departments, or within one
column-department-overlap-department = the one
column-department-overlap-pairs = how many pairs of people
column-department-overlap-shared-pair-min = summed over the pairs
column-department-overlap-any-pair-min = time in which at least one pair is free together

## common_slots

table-common-slots = a time at which a named group, or the most people of a week, are off the desk together
column-common-slots-group = the group of the settings; `most people` for the best time of a week
column-common-slots-people = how many are free

## duties

## sources

table-sources = one imported row of the study, and the cell of the source that it was made of
column-sources-file = the study's file
column-sources-line = the row's line in it
column-sources-branch = the branch, of a schedule row
column-sources-staff = the person, of a schedule row
column-sources-source = the profile of the import, in imports.toml
column-sources-source-cell = the source file, its sheet and the cell

## best_schedule_changes

table-best-schedule-changes = desk time of one person on one date that goes to another, or ends
column-best-schedule-changes-end = when it ends
column-best-schedule-changes-start = when the change begins
column-best-schedule-changes-from = whose desk time it is today
column-best-schedule-changes-to = whose it becomes; blank where the desk is above its minimum and needs nobody
column-best-schedule-changes-won-min = partner time that would be lost, were this change alone undone
column-best-schedule-changes-partners = whose time that is; in brackets, for whom other changes of the date need this one

## unlocks

table-unlocks = a single change that makes lost time of a partner reachable
column-unlocks-partners = the partners that gain time by it, the most first
column-unlocks-won-min = partner time won over the period, all partners together
column-unlocks-lost-by-others-min = time that other partners lose by it
column-unlocks-work-added-min = hours of work that are added over the period
column-unlocks-moved-min = time that is moved over the period; work that is added weighs twice
column-unlocks-won-per-hour-moved = hours of partner time won for each hour moved

## ask_back

table-ask-back = a window that would fit better if the partner moved it
column-ask-back-line = the window's line in stakeholders.csv
column-ask-back-start = when it starts now
column-ask-back-end = when it ends now
column-ask-back-new-start = when it would start
column-ask-back-new-end = when it would end
column-ask-back-dates = on how many dates of the period that wins time
column-ask-back-reachable-now-min = the partner's reachable time on those dates now
column-ask-back-reachable-then-min = the partner's reachable time on those dates then
column-ask-back-won-min = time that moving the window wins over the period

## findings

table-findings = a claim of the report, the ones that matter most first
column-findings-finding = a word for the kind of claim
column-findings-sentence = the claim
column-findings-value = its number
column-findings-at-most = its number where working hours that are not given are all open hours
column-findings-unit = the unit of the number
column-findings-table = the table in which its rows stand

## stakeholder_outcomes and tentative_outcomes

table-stakeholder-outcomes = what becomes of one stakeholder's firm windows; the outcomes sum to the window
table-tentative-outcomes = what becomes of one stakeholder's tentative windows; the outcomes sum to the window
meaning-reachable = an eligible person can meet the stakeholder, for long enough and with the way there and back
meaning-too-short = an eligible person is off-desk, and the piece is too short, or travel eats it
meaning-pinned = an eligible person is off-desk, and the building minimum, or being on call, keeps them in
meaning-other-duties = an eligible person is on shift, on other duties
meaning-desk-spare = eligible people are at desks, one of which has more people than its minimum
meaning-desk-needed = eligible people are at desks, each at or under its minimum
meaning-unknown = working hours of an eligible person are not given, and nothing is assumed
meaning-unstaffed = the library is open and no eligible person is on shift
meaning-closed = the library is closed and no eligible person is on shift; for host, whenever it is closed
column-stakeholder-outcomes-branch = the branch whose staff would meet the stakeholder; blank where any branch may
column-stakeholder-outcomes-group = the kind of stakeholder
column-stakeholder-outcomes-priority = 1 first; blank where not given
column-stakeholder-outcomes-basis = `at least` where reachable time rests on assumed working hours
column-stakeholder-outcomes-reachable-at-most-min = reachable time if working hours that are not given are all open hours

## role_time, and staff_time of a public packet

table-branch-time = the accounts of everybody at one branch
table-role-time = the accounts of everybody in one role
table-role-time-at-branch = the accounts of everybody in one role at one branch
column-role-time-assumed-dates = dates of these people on which working hours are not given
column-role-time-desk-h-a-week = hours on desks a week
column-role-time-fragments-h-a-week = hours in shorter blocks a week
column-role-time-off-desk-min = off the desk and on no other duty
column-role-time-on-shift-h-a-week = hours at work a week
column-role-time-people = how many people
column-role-time-usable-h-a-week = hours in usable blocks a week

## Job descriptions, and planning and assessment.

table-duties = one duty of a job description beside the schedule
column-duties-role = the role
column-duties-duty = the duty, in the words of the description
column-duties-activity = the activity that carries it out; blank where none is named
column-duties-described-percent = the percentage in the description
column-duties-scheduled-percent = the percentage of time on shift that the schedule gives the activity
column-duties-possible-percent = the same with every usable block of the role (for outreach, of those in it who may meet partners): an upper limit, because all duties of the role without time of their own share these blocks; only for outreach, planning, assessment and programs
column-duties-scheduled-min = the scheduled percentage in minutes, over everybody in the role
column-duties-usable-min = the usable blocks that the possible percentage counts
column-duties-on-shift-min = time on shift of everybody in the role
table-role-descriptions = what the job description of one role says of relationships with the community (the activity outreach), and what the schedule does
column-role-descriptions-role = the role
column-role-descriptions-people = people of the role on the schedule
column-role-descriptions-may-meet-partners = how many of them may meet partners
column-role-descriptions-duties = duties of its description in duties.csv, those of every role included; 0 where it has none
column-role-descriptions-described-percent = the percentage that the description gives to outreach; blank where no duty names it
column-role-descriptions-scheduled-percent = the percentage of time on shift that the schedule gives it
column-role-descriptions-possible-percent = the same with every usable block of those in the role who may meet partners: an upper limit, shared with all other duties without time of their own; blank in a public packet where others in the role may not
column-role-descriptions-described-h-a-week = the described percentage of the time on shift, in hours a week, for everybody in the role
column-role-descriptions-scheduled-h-a-week = outreach on the schedule, in hours a week
column-role-descriptions-usable-h-a-week = those usable blocks, in hours a week
column-role-descriptions-on-shift-h-a-week = time on shift, in hours a week
column-role-descriptions-described-min = the described percentage in minutes, over the period
column-role-descriptions-scheduled-min = outreach on the schedule, over the period
column-role-descriptions-usable-min = those usable blocks, over the period
column-role-descriptions-on-shift-min = time on shift, over the period
table-planning = planning and assessment of all branches shown, then of each with its own partners: scheduled, needed for visits, and room for it
column-planning-branch = the branch; the first row is all that are shown, partners of no branch included
column-planning-visits = unbroken stretches of firm partner time within reach, over the period
column-planning-reachable-h-a-week = partner time within reach, as if every hour of it were used
column-planning-outreach-h-a-week = outreach on the schedule
column-planning-visit-h-a-week = the two together: the visits to plan for
column-planning-planning-per-visit-hour = the setting: hours of planning and assessment for each hour of a visit
column-planning-needed-h-a-week = planning and assessment that these visits need: visit_h_a_week × planning_per_visit_hour
column-planning-needed-for-all-h-a-week = the same if all firm partner time could be met
column-planning-planning-h-a-week = planning on the schedule
column-planning-assessment-h-a-week = assessment on the schedule
column-planning-scheduled-h-a-week = the two together
column-planning-missing-h-a-week = how much more is needed than is scheduled
column-planning-room-h-a-week = usable blocks, less the visits within reach and the way there and back: there is at least this much room
column-planning-reachable-min = partner time within reach, over the period
column-planning-offered-min = all firm partner time, over the period
column-planning-way-min = the way to these visits and back
column-planning-outreach-min = outreach on the schedule, over the period
column-planning-needed-min = planning and assessment that the visits need, over the period
column-planning-planning-min = planning on the schedule, over the period
column-planning-assessment-min = assessment on the schedule, over the period
column-planning-usable-min = usable blocks, over the period
column-planning-room-min = these blocks less the visits and the way, over the period
