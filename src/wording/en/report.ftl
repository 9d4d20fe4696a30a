### The report: headings and what stands between figures.

chapter-staffing = The staffing model
chapter-staffing-lead = How much of the week the desks take, where they hold more people than they need, and what is left.
chapter-partners = Time with partners
chapter-partners-lead = When schools, shelters, employers and others can meet, and what becomes of each hour of it.
chapter-groups = Who is out of reach
chapter-groups-lead = Which groups the schedule leaves without a time to meet, by hours and by number of partners.
chapter-hours = Opening hours
chapter-hours-lead = Whether the doors are open when partners can come.
chapter-job-descriptions = Job descriptions
chapter-job-descriptions-lead = What the descriptions say, beside what the schedule does and makes possible.
chapter-planning = Planning and assessment are work
chapter-planning-lead = A visit is prepared before and assessed after. That takes hours of the schedule, too.
chapter-departments = Working across departments
chapter-departments-lead = When people of different departments are off the desk together, and could plan as one.

## The head of the page.

# The period with a capital letter, and how many branches, people and partners there are.
report-period-and-counts = { $period }; { $counts }.

# What a reader must know before the first number.
caution-not-given = The working hours of { $n ->
    [one] one person
   *[other] { $n } people
} are not given on some dates; { $what }.
caution-at-least = figures of time off the desk and of partner time are an “at least”
caution-at-most = figures of time off the desk and of partner time are an “at most”
caution-unknown = partner time that hangs on them is “unknown”
caution-mend = A row with the activity “shift” for each working day makes them exact.
caution-left-out = { $n ->
    [one] One row of the files could not be read and is left out of every figure.
   *[other] { $n } rows of the files could not be read and are left out of every figure.
}

# Words below a large number.
headline-desk = { $is_at_most ->
    [yes] at most, of staffed time is desk duty
   *[no] of staffed time is desk duty
}
headline-usable = { $is_at_least ->
    [yes] at least, a week in blocks long enough to use
   *[no] a week in blocks long enough to use
}
headline-reachable = { $is_at_least ->
    [yes] at least, of partners' time is reachable ({ $reachable } of { $window } a week)
   *[no] of partners' time is reachable ({ $reachable } of { $window } a week)
}

## Sections and tables of the page.

page-skip = Skip to the findings
page-note = Please note.
page-sections = Sections
findings-heading = Findings
what-if-heading = What if
stories-heading = Stories
settings-heading = Assumptions and settings
quality-heading = Data quality
method-heading = How this was computed
fingerprint-heading = Fingerprint
page-notes = What other libraries report
# The label of a note for those who listen, and of which chapter it is.
page-notes-of = What other libraries report: { $chapter }

setting-not-set = not set
settings-table = Settings
settings-name = Setting
settings-value = Value
settings-why = What it is
settings-default = (default)

quality-lead = The files have { $problems }.
quality-files = Files
quality-file = File
quality-read = Rows read
quality-used = Rows used
quality-left-out = Rows left out
quality-not-there = not there; it would show { $what }
quality-imported = Imported from { $file }
quality-imported-confirm = Imported from { $file }: { $n } to confirm
quality-names-joined = { $n ->
    [one] { $n } other spelling of names joined with the name of the person.
   *[other] { $n } other spellings of names joined with the name of the person.
}
quality-double-bookings = { $n ->
    [one] { $n } double booking.
   *[other] { $n } double bookings.
}
quality-source-problems = { $n ->
    [one] { $n } problem in the source, listed in imports/{ $profile }.receipt.md of the study.
   *[other] { $n } problems in the source, listed in imports/{ $profile }.receipt.md of the study.
}
quality-sha = SHA-256 of the source:
quality-assumed-in = What was assumed in { $file }
quality-assumed = What was assumed
quality-confidence = How sure
quality-cells = Cells
quality-hours = Hours that rest on it
quality-each = Each problem, and what was done about it
quality-problems = Problems
quality-kind = Kind
quality-place = Place
quality-wrong = What is wrong
quality-done = What was done
quality-more = { $n } more: “offdesk check” lists them all.
place-line = line { $line }
place-cell = cell { $cell }

fingerprint-lead = SHA-256 of what this report was made from. The same input gives the same report, byte for byte.
fingerprint-table = Fingerprints

## Figures and their tables.

figure-table = { $n ->
    [one] The table behind figure { $number } ({ $n } row)
   *[other] The table behind figure { $number } ({ $n } rows)
}
figure-table-region = Table behind figure { $number }
# $file becomes a link.
figure-first-rows = The first { $n } rows; all of them are in { $file }.
figure-all-rows = Also in { $file }.

## What if: scenarios, other studies and other periods.

what-if-how-changes = Each change was made to the schedules on paper, and the whole was computed again in the same way.
what-if-how-both = Both were computed in the same way, and are given for a week.
what-if-period = Figures are for a week, { $period }.
what-if-at-least = Where working hours are not given, time off the desk and partner time are an “at least” on each side, and so differences hold under the same assumption only.
what-if-changes = What is changed
what-if-comes = What comes of it
what-if-measures = Measure by measure
what-if-measures-region = Measures side by side
what-if-for-a-week = For a week
# $measures and $roles become links.
what-if-exact = Exact minutes are in { $measures }, roles in { $roles }.

## How this was computed: headings and paragraphs.

method-time = Time
method-time-text = Everything is computed to the minute, in local wall-clock time; half hours appear only in pictures. A span from 01:00 to 04:00 counts three hours on every date, also when clocks change. A row belongs to the date on which it starts; nights that run into the first date from the day before are not counted.
method-period = Period
method-period-text = The figures cover { $period }. A date beats a weekday: a dated row replaces the weekday rows of that branch, partner or person on that date, except leave, meetings and other single duties, which are added.
method-staff = Where a person's time goes
method-staff-text = On shift is every row but leave. Leave wins over everything, then desk, then other duties; what is left is off-desk. A stretch of off-desk time of at least { $min_block } minutes is a usable block, a shorter one a fragment. On shift is the sum of desk, other duties, usable blocks and fragments, for every person and day. Time off the desk is work time.
method-not-given = Working hours not given
method-not-given-at-least = Where a person has rows on a date but none that says when they come and go, the time from the first row to the last is taken. Figures that rest on it say “at least”, and “at most” stands beside them where the person is taken to be at work at all open hours.
method-not-given-at-most = Where a person has rows on a date but none that says when they come and go, the person is taken to be at work at all open hours, and the figures are an “at most”.
method-not-given-unknown = Where a person has rows on a date but none that says when they come and go, nothing is assumed, and partner time that hangs on it is “unknown”.
method-leave = Who may leave
method-leave-text = While the library is open, somebody may leave when at least one more person is on shift than the building minimum ({ $minimum } unless coverage.csv says otherwise). Meals and breaks are taken in the building; people on leave, outreach or travel are not there.
method-partners = Partner time
method-partners-text = A partner's minute is reachable when an eligible person is free for long enough: at least the partner's shortest useful visit ({ $min_visit } minutes unless the partner's row says otherwise) or the whole window where that is shorter. For a visit by staff, the way there and back ({ $travel } minutes each way unless the row says otherwise) comes out of the free time. For a visit to the library, the library must be open. Each minute has exactly one outcome, the first that applies in the order of the table; so the outcomes add up to the window.
method-tentative = Tentative windows
method-tentative-text = Windows that a partner is not sure of are computed the same way and counted apart.
method-desks = Desk cover
method-desks-text = People on a desk are compared with its minimum ({ $minimum } unless coverage.csv says otherwise; where rows overlap the greatest holds). Minimums count while the library is open. A person booked on two desks counts on each of them, and once in their own time.
method-together = Time together
method-together-text = Two people share time when both are off the desk at the same branch for at least { $min_block } minutes at a stretch. Departments share the time that at least one pair of their people shares.
method-hours = Opening hours
method-hours-text = For each half hour now closed, the partner time is counted that is lost because the library is closed. Whether it would be reached when opened depends on who would be on shift.

## Proposed visits, as entries of a calendar.

visit-go = Visit: { $partner }
visit-host = At the library: { $partner }
visit-online = Online: { $partner }
visit-place-online = online
visit-proposed = { $what } (proposed)
visit-description = Proposed by { $library }. Free then: { $who }.
