### Figures as they are said in every sentence.
# How many people.
people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

# A figure for a week.
hours-a-week = { $hours } a week

# A lower bound.
at-least = at least { $figure }
