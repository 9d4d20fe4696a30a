### What a change wins and costs, beside today or beside another study or period: findings, and the words for differences.

# The library as it is, as a title and in a sentence.
today-title = Today
today = today

# A side of a comparison in a sentence: a scenario's title, another study's title, or the dates of another period.
side-with = with { $title }
side-in = in { $title }
side-from = from { $title }

# Whether a difference is what is wanted.
turn-better = better
turn-worse = worse
turn-same = no change

# What a number of hours is beside that of the first side; $side is "today" or a side as above.
as-much-as = as much as { $side }
against = against { $hours } { $side }
more-than = { $hours } more than { $side }
less-than = { $hours } less than { $side }

# Two periods that are compared.
each-its-own-dates = each side over its own dates

# Titles: on which side most partner time is reachable. $with is a side with a capital letter, $against as above.
what-if-title-none = None of the { $n } makes more partner time reachable than { $side }
what-if-title-most = { $with }, most partner time is reachable: { $reachable } a week, { $against }
what-if-title-one = { $with }, { $reachable } a week of partner time are reachable, { $against }

# Findings. How much partner time is reachable; without partners, how much time there is in usable blocks.
what-if-reach = { $with }, { $reachable } of { $window } a week of partner time are reachable, { $against }.
what-if-usable = { $with }, usable blocks off the desk hold { $usable } a week, { $against }.

# The losses that shrink and grow most.
what-if-loss-both = { $with }: the loss { $shrinks } shrinks { $shrinks_by }. The loss { $grows } grows { $grows_by }.
what-if-loss-shrinks = { $with }: the loss { $loss } shrinks most: { $by }.
what-if-loss-grows = { $with }: the loss { $loss } grows most: { $by }.
what-if-from-to = from { $from } to { $to } a week

# Partners that gain and lose time within reach, each with how much.
what-if-gain = Partners that gain time within reach { $with }: { $gain }. None loses any.
what-if-lose = Partners that lose time within reach { $with }: { $lose }. None gains any.
what-if-gain-and-lose = Partners that gain time within reach { $with }: { $gain }. Partners that lose time: { $lose }.

# What a change takes: its first part, and the others as sentences of their own; see "cost-…". $title is in quotation marks.
what-if-cost-nothing = { $title } moves no desk time, adds no work and leaves desks as well covered as { $side }.
what-if-cost = What { $title } takes: { $part }.
what-if-differs = { $with }: { $part }.

# The parts.
cost-hands = { $hours } a week of desk time change hands
cost-hands-begin-end = { $hours } a week of desk time change hands, begin or end
cost-work-added = { $hours } a week of work are added
cost-work-removed = { $hours } a week of work are taken away
cost-desk = people are on desks for { $hours } a week { $is_more ->
    [yes] more
   *[no] less
}
cost-money = it costs { $money } a week
cost-under-minimum = desks are under their minimum for { $hours } a week { $is_more ->
    [yes] more
   *[no] less
} ({ $now } in all)
cost-long-stints = { $n } { $is_more ->
    [yes] more
   *[no] fewer
} stints a week are over the target
cost-desk-shares = desk shares span { $least } to { $greatest } ({ $first_least } to { $first_greatest } { $side })

# In how many settings a change is better; $list says in which, or in which not.
what-if-robust = { $title } is { $held }.
held-same = the same in all { $n } settings
held-none = better in none of { $n } settings
held-each = better in each of { $n } settings
held-in = better in { $better } of { $n } settings: { $list }
held-but = better in { $better } of { $n } settings, not { $list }

# What is assumed otherwise, as the end of a sentence.
setting-in-text-as-given = with everything as given
setting-in-text-min-visit = with visits of { $minutes } minutes
setting-in-text-travel-less = with { $minutes } minutes less travel
setting-in-text-travel-more = with { $minutes } minutes more travel
setting-in-text-tentative = where tentative windows count
setting-in-text-one-away = with one person away
setting-in-text-week = in week { $week } alone

# The same as a label.
setting-as-given = As given
setting-min-visit = Visits of { $minutes } minutes
setting-travel-less = Travel { $minutes } minutes shorter
setting-travel-more = Travel { $minutes } minutes longer
setting-tentative = Tentative windows count
setting-one-away = One person away (mean)
setting-week = Week { $week } only
