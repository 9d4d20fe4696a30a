### Planning and assessment as work: findings and the chart.

# $visits and $needed are hours, maybe "at least"; $ratio is a number of hours.
planning-need = Visits that the schedule allows, { $visits } a week, need { $needed } of planning and assessment, at { $ratio } for each hour of a visit.
planning-need-all = To meet all the time that partners offer, planning and assessment would need { $needed } a week.

planning-scheduled = { $scheduled } a week of planning and assessment are scheduled, for visits and for all other work.
planning-missing = { $scheduled } a week of planning and assessment are scheduled, { $missing } less than these visits alone need.
planning-nothing = Planning and assessment have no hours on the schedule.
planning-no-assessment = Assessment has no hours on the schedule.
planning-assessment = Of these hours, { $assessment } are for assessment: asking what a visit or a program has changed.

planning-room = Beside these visits, usable blocks off the desk have room for { $room } a week of planning and assessment.
planning-no-room = These visits take up all time in usable blocks; planning for them would need hours from elsewhere.

## The chart

planning-title-missing = Visits need { $needed } a week of planning and assessment; { $scheduled } are scheduled
planning-title-room = Visits need { $needed } a week of planning and assessment; { $scheduled } are scheduled, with room for { $room } more
planning-title-kept = Visits within reach need { $needed } a week of planning and assessment; { $scheduled } are scheduled, for all work
planning-title-no-visits = { $scheduled } a week of planning and assessment are scheduled; no visits are within reach to plan for
planning-chart-subtitle = Hours a week, { $period }. Need: { $ratio } for each hour of a visit, a setting of this study; no published ratio was found. Room: blocks of at least { $block } minutes off the desk, less these visits and the way.
planning-chart-about = Bars of hours a week: visits within reach and scheduled, the planning and assessment they need, what is scheduled, and what there is room for.
planning-chart-none = Planning is not drawn: nobody is out with the community, no partner time is within reach, and no planning is scheduled.
planning-bar-visits = Visits
planning-bar-needed = Planning they need
planning-bar-scheduled = Planning scheduled
planning-bar-room = Room beside visits
planning-label-visits = { $reachable } within reach, { $outreach } scheduled
planning-label-needed = { $needed }; { $all } to meet all partner time
planning-label-scheduled = { $planning } planning, { $assessment } assessment
planning-label-room = { $room } in usable blocks
planning-key-reachable = partner time within reach
planning-key-outreach = outreach on the schedule
planning-key-needed = needed for these visits
planning-key-all = needed to meet all partner time
planning-key-planning = planning
planning-key-assessment = assessment
planning-key-room = usable blocks beside the visits
planning-by-branch = By branch, hours a week
planning-column-visits = visits
planning-column-needed = planning needed
planning-column-scheduled = scheduled
planning-column-room = room
planning-more-branches = { $n ->
    [one] One more branch is in the table.
   *[other] { $n } more branches are in the table.
}
