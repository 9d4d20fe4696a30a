### Privacy: what stands together in a packet that leaves the library, and what the check of a packet finds.

## Groups that stand together

# The label of roles that too few people hold.
other-roles = Other roles
# The label where every role is merged.
all-staff = All staff
# The label of departments that have too few people at a branch.
other-departments = Other departments
# The label of branches at which too few people work.
other-branches = Other branches
# The label of a row that covers every branch.
all-branches = All branches

## What the report says of it

public-people = People are shown by role, and at least two people stand behind each figure of people’s time.
public-roles = { $n ->
    [one] { $n } role stands as “{ $label }”.
   *[other] { $n } roles stand together as “{ $label }”.
}
public-departments = Small departments stand together as “{ $label }”.
public-branches = { $n ->
    [one] At { $branches }, people’s time stands as “{ $label }”.
   *[other] People’s time at { $branches } stands together as “{ $label }”.
}
public-free-time = The hours in which people may leave are left out, because one person alone may meet partners.
public-receipts = What was imported from which file is left out of a public packet: it quotes those files.
public-free-time-chart = When partners can meet and who is free is left out of a public packet: one person alone may meet partners, and the map would show that person’s week.
public-problem = { $title } ({ $n ->
    [one] { $n } place
   *[other] { $n } places
})
public-needs-two = a packet for the public needs at least two people at work: every figure would be one person’s

## The check of a packet: what is found

privacy-nothing = Nothing was found in the packet that could identify a person. Nothing was written.
privacy-found = { $n ->
    [one] { $n } thing in the packet could identify a person. Nothing was written.
   *[other] { $n } things in the packet could identify a person. Nothing was written.
}
privacy-limit = The search finds names, roles, initials, addresses and numbers. Whom a story is about, a reader who knows the town may still see: read it as such a reader would.

privacy-name = { $n ->
    [one] Name: “{ $written }”, as in { $people }
   *[other] Name: “{ $written }”, which may be { $people }
}
privacy-name-reveals = who is meant
privacy-name-advice-names = leave out --names
privacy-name-advice-text = reword the text, or ask the person first; leave it where it means somebody or something else
privacy-name-advice-schedule = mend the row, or use --public, which counts problems without quoting them
privacy-role = Role: one person is { $role }
privacy-role-reveals = what is said of the role is said of that person
privacy-role-advice-label = use --public, or give the role to more people in staff.csv
privacy-role-advice-text = reword the text, such as “one of our librarians”
privacy-people = Single people: { $file }, { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
privacy-chart = Single people: { $file }, a row for each of them
privacy-people-reveals = when a person works, and what they do
privacy-people-advice = use --public, which leaves it out
privacy-groups = Groups of one person: { $file }, { $n ->
    [one] { $n } group
   *[other] { $n } groups
}
privacy-groups-reveals = that person’s hours
privacy-groups-advice = use --public, which puts small groups together
privacy-group = { $what } at { $branch }
privacy-initials = Initials: “{ $written }”, as in { $people }
privacy-email = E-mail address: { $written }
privacy-phone = Phone number: { $written }
privacy-contact-reveals = who is meant, or how to reach them
privacy-contact-advice = take it out of the text

## Lines under each of them

privacy-reveals = shows: { $text }
privacy-where = where: { $place }{ $n ->
    [0] { "" }
   *[other] , and { $n } more there
}
privacy-more-files = where: { $n ->
    [one] { $n } more file
   *[other] { $n } more files
}
privacy-quoted = “{ $text }”
privacy-from = from:  { $lines }{ $n ->
    [0] { "" }
   *[other] { " " }and { $n } more
}
privacy-advice = do:    { $text }

## Places of the packet

privacy-place-name = the name of the file
privacy-place-line = line { $n }
privacy-place-row = row { $n }, column `{ $column }`
privacy-place-enclosed = table { $table } in the page, { $place }
privacy-place-text = text
privacy-place-section = section “{ $heading }”
privacy-place-story = story “{ $heading }”
privacy-place-scenario = scenario “{ $title }”
privacy-place-settings = title and library
privacy-place-partner = partner { $name }
privacy-place-duty = duty “{ $duty }”
privacy-place-schedule = desk or branch { $name }
