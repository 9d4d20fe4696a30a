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
