### Figures as they are said in every sentence.
# How many people.
people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

# A figure for a week.
hours-a-week = { $hours } a week

# Over a number that is a bound.
at-least = at least
at-most = at most
