### Suggestions: single changes, hours to ask partners for, and the best desk schedule.

# What moving a partner's window would win.
ask-back = { $partner }, { $days } { $now }: { $minutes } minutes { $is_later ->
    [yes] later
   *[no] earlier
} to { $then } would bring { $won } a week more within reach.

# The draft of a message to a partner: a greeting, a paragraph and an ending. $days: "Mondays", or a date.
ask-back-greeting = Dear friends at { $partner },
ask-back-text = thank you for keeping { $days } from { $from } to { $to } open for us. We would like to make more of it. On those days somebody from { $library } could be with you for longer if we met { $is_hour ->
    [yes] an hour
   *[no] half an hour
} { $is_later ->
    [yes] later
   *[no] earlier
}, from { $new_from } to { $new_to }. Would that suit you? If not, your usual time stays, and we will come whenever we can.
ask-back-ending = With kind regards,

# What a change wins and what it takes; $changes are sentences of their own. "unlock-loses" follows where other partners
# lose time, each with how much.
unlock = { $changes } That brings { $won } a week more within reach for { $partners }, and { $takes }.
unlock-loses = It takes time from { $partners }.
unlock-loser = { $partner } ({ $hours } less)
unlock-takes-minimum = lowers a minimum for { $hours } a week
unlock-takes-work = adds { $hours } of work a week
unlock-takes-move = moves { $hours } a week

# A change that is made by several rules: both of them, or the first with how many others there are.
unlock-same-days = { $n ->
    [one] { $first } The same on one other date.
   *[other] { $first } The same on { $n } other dates.
}

# One line of the best schedule: when, what is handed on or given up, and why.
handed = { $weekday } { $time }, { $n ->
    [one] one date
   *[other] { $n } dates
}: { $what }; { $why }.
handed-on = { $to } takes { $desk } from { $from }
handed-up = { $from } leaves { $desk }, which is above its minimum
handed-wins = needed for { $wins }
handed-win = { $hours } a week of { $partner }’s time
handed-supports = it keeps desk time in balance for changes that { $partners } needs

# What the search for the best schedule found, and how sure it is.
best-found = With other desk turns, { $then } a week of partner time are within reach; today it is { $today }. For that, { $handed } a week of desk time are handed on or given up.
best-several = Several changes may be needed for the same hours: what each line names would be lost without it.
best-today = Of partner time, { $today } a week are within reach today.
best-nothing-proven = It is proven that other desk turns within these rules would win nothing.
best-nothing-found = No desk turns were found that would win more; that is not proven.
best-proven = It is proven that no schedule within these rules that moves as little is better.
best-within = At most { $share } % more could be possible within these rules; a longer --time-limit may find it.
best-not-proven = It is the best that was found in the time, and not proven to be the best there is.
