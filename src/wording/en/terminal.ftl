### What "analyze", "report", "compare" and "suggest" print besides findings: headings and tables of plain text.

# The head of the summary.
summary-counts = { $period }; { $branches }, { $people }, { $desks }, { $partners }
summary-time = Where the week goes ({ $staffed } of staffed time)
summary-usable-blocks = usable blocks
summary-partner-time = What becomes of partner time ({ $window } a week)

# The table of "compare"; columns are 14 characters wide.
compare-from-to = From { $first } to { $other }
compare-week = a week
compare-then = then
compare-first = first
compare-second = second
compare-difference = difference
compare-nothing = Nothing changes.
compare-rounded = Differences are taken to the minute, then rounded.
compare-at-least = Working hours are not given on some dates: partner time and time off the desk are an “at least”.
compare-unchanged = Unchanged: { $measures }.
compare-partners-more = Partners with more time within reach: { $partners }.
compare-partners-less = Partners with less: { $partners }.
compare-robust = More within reach in { $better } of { $n } settings, less in { $worse }:

# Headings of "suggest".
suggest-changes = Single changes that win partner time, the most for each hour moved first
suggest-no-changes = None: no single change makes lost time reachable without a desk or the building short of people.
suggest-asks = Hours to ask partners for
suggest-no-asks = None: half an hour or an hour earlier or later would win nothing.
suggest-more = … and { $n } more in { $file }.
messages-heading = Drafts of messages to partners
messages-lead = Read each one, change what you like, and send it yourself.
best-heading = The best desk schedule
best-who = Who takes over what, and what it wins
best-title = Best desk schedule
best-why = The same people on the same shifts, with other desk turns: each person's desk time on a date differs from today's by at most { $minutes } minutes.
best-point = Best
best-step = Step { $n }
