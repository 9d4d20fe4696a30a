### Names of things that charts, tables and sentences share.

# What becomes of partner time, as a heading or label.
outcome-reachable = Reachable
outcome-too-short = Block too short
outcome-pinned = Kept in the building
outcome-other-duties = On other duties
outcome-desk-spare = On a desk above its minimum
outcome-desk-needed = On a desk at its minimum
outcome-unknown = Working hours not given
outcome-unstaffed = Nobody eligible on shift
outcome-closed = Library closed

# The same inside a sentence or a list.
outcome-reachable-in-text = reachable
outcome-too-short-in-text = block too short
outcome-pinned-in-text = kept in the building
outcome-other-duties-in-text = on other duties
outcome-desk-spare-in-text = on a desk above its minimum
outcome-desk-needed-in-text = on a desk at its minimum
outcome-unknown-in-text = working hours not given
outcome-unstaffed-in-text = nobody eligible on shift
outcome-closed-in-text = library closed

# What people do at work, inside a sentence or a list.
activity-desk = desk
activity-meal = meals
activity-break = breaks
activity-meeting = meetings
activity-program = programs
activity-planning = planning
activity-assessment = assessment
activity-training = training
activity-outreach = outreach
activity-travel = travel
activity-other = other
activity-off-desk = off desk
activity-shift = shift
activity-on-call = on call
activity-leave = leave

# What is measured, beside another side of a comparison.
measure-reachable = Reachable partner time
measure-contact-slots = Contact slots
measure-lost = Lost: { $loss }
measure-window = Partners can meet
measure-usable = Off the desk, in usable blocks
measure-fragments = Off the desk, in fragments
measure-desk = On desks
measure-under-minimum = Desks under their minimum
measure-above-minimum = People on desks above the minimum
measure-long-stints = Stints over the target
measure-least-desk-share = Least desk share
measure-greatest-desk-share = Greatest desk share
measure-desk-moved = Desk time given up or handed on
measure-work-added = Hours of work added
measure-work-removed = Hours of work taken away
measure-cost = Cost of the hours added
