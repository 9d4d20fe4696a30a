### Figures as they are said in every sentence, chart and table. A sentence gets them whole: write nothing between a number
### and its unit there.

# What stands between whole numbers and decimals: a point or a comma.
decimal-mark = .

# Hours, with one decimal.
hours = { $number } h

# A share in whole percent.
percent = { $number } %

# The same for a share that is more than nothing and rounds to 0.
percent-under-one = under 1 %

# From the least share to the greatest, such as "30 to 76 %"; $least is a number or "percent-bare-under-one".
percent-span = { $least } to { $greatest } %
percent-bare-under-one = under 1

# A difference between two shares, in points of a percentage; $n is 1 for one point.
points = { $n ->
    [1] { $number } point
   *[other] { $number } points
}

# More or less, by its sign.
plus = +{ $size }
minus = −{ $size }

# A figure for a week.
hours-a-week = { $hours } a week

# After a large number of hours.
per-week = a week

# A lower bound.
at-least = at least { $figure }

# An upper bound.
at-most = at most { $figure }

# The same over a large number.
bound-at-least = at least
bound-at-most = at most

# Both bounds of one figure.
at-least-at-most = at least { $least } (at most { $most })

# How many people, partners, branches or desks.
people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
partners = { $n ->
    [one] { $n } partner
   *[other] { $n } partners
}
branches = { $n ->
    [one] { $n } branch
   *[other] { $n } branches
}
desks = { $n ->
    [one] { $n } desk
   *[other] { $n } desks
}

# Names in running text: "A, B and C". First the commas, then the last name.
list-comma = { $before }, { $next }
list-and = { $before } and { $last }

# A clause that stands alone.
sentence = { $clause }.

# Parts of a sentence that hold commas of their own.
list-semicolon = { $before }; { $next }

# A list that is cut: how many more there are.
list-more = { $names } and { $n } more

# A name or figure that is explained by another in brackets.
in-brackets = { $what } ({ $more })

# A title in quotation marks.
quoted = “{ $title }”

# A span of a day's time; times are written as 09:30.
time-span = { $start }-{ $end }

# A day of the week and a time of it.
weekday-time = { $weekday } { $time }

# The days of the week: 0 is Monday.
weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}

# The same for what happens every week on that day.
weekdays = { $day ->
    [0] Mondays
    [1] Tuesdays
    [2] Wednesdays
    [3] Thursdays
    [4] Fridays
    [5] Saturdays
   *[6] Sundays
}

# Several days of the week in a row, from and to as "weekdays" gives them.
weekdays-span = { $from } to { $to }

# A date; $year comes as text.
date = { $day } { $month } { $year }
month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# The dates that are analyzed, with their length; or what stands for them where a schedule has no dates.
period = { $first } to { $last } ({ $length })
length-weeks = { $n ->
    [1] one week
   *[other] { $n } weeks
}
length-days = { $n ->
    [1] one day
   *[other] { $n } days
}
typical-week = one typical week
typical-cycle = one typical cycle of the rotation

# Where the figures of a chart or table come from. $library is a name, or "the-library" where none is given.
source = Source: { $source }
source-of = schedules and opening hours of { $library }, { $period }.
source-of-side = { $title }: { $source }
the-library = the library
source-assumed = Working hours are not given on { $n ->
    [one] one date
   *[other] { $n } dates
}: time off the desk and partner time are an “at least”.
source-left-out = { $n ->
    [one] { $n } row could not be read and is left out.
   *[other] { $n } rows could not be read and are left out.
}
