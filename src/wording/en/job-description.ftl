### A sample job description: what its template is filled in with. The text itself is job-description.md beside this file.

# The parts of a job.
job-relationships = Community relationships
job-planning = Planning and assessment
job-programs = Programs
job-desk = Public service at the desks
job-meetings = Meetings
job-training = Learning
job-other = Other duties
job-short-pieces = Preparation in short pieces
job-usable = Time off the desk, without a duty yet
job-elsewhere = What else the description names
job-total = Total

# A mark that the library replaces.
job-to-complete = **[Library to complete]**

job-the-library = the library
job-schedule-today = today's schedule
job-schedule-scenario = the schedule with “{ $scenario }”
job-hours = { $hours } hours
job-hours-range = { $least } to { $most } a week
job-block = { $minutes } minutes

# The table of duties.
job-column-part = Part of the job
job-column-share = Share of time
job-column-hours = Hours a week

# The table beside today.
job-column-described = Description today
job-column-schedule = Schedule today
job-column-scenario = With “{ $scenario }”
job-column-sample = This sample

# How the shares were worked out, one after the other.
job-method-source = { $n ->
    [one] The shares come from { $schedule }, { $period }, for the one person in this role. Meals and breaks are left out.
   *[other] The shares come from { $schedule }, { $period }, for the { $n } people in this role together. Meals and breaks are left out.
}
job-method-scenario = “{ $scenario }” is a proposal. It is not today's schedule.
job-method-parts = What the schedule names keeps the time that it has there. Community relationships are outreach and the way there.
job-method-rule = Blocks off the desk of at least { $block } minutes, { $usable } a week for one person, carry no duty yet. They go to community relationships and the work behind them: for each hour of relationships, { $ratio } of planning and assessment, with what is scheduled for either counted in. No published ratio was found; the library sets this one.
job-method-rule-none = Nobody in this role meets partners, as the library's list of staff has it. So blocks off the desk of at least { $block } minutes, { $usable } a week for one person, go to planning and assessment.
job-method-no-blocks = There are no blocks off the desk of at least { $block } minutes in this role. So relationships, planning and assessment have only what the schedule names.
job-method-rounding = Percentages and hours are rounded so that they add up: each is rounded down, and what is missing goes to those that lost most by it.
job-method-at-least = Working hours are not given on { $n ->
    [one] one date
   *[other] { $n } dates
} of this role. There, the time from the first row of the day to the last was taken.
job-method-at-most = Working hours are not given on { $n ->
    [one] one date
   *[other] { $n } dates
} of this role. There, all open hours were taken.
job-method-unknown = Working hours are not given on { $n ->
    [one] one date
   *[other] { $n } dates
} of this role. There, only what the schedule names was counted.
