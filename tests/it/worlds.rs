//! Which small studies is the analysis compared on, and what files would a library have sent for them? Random ones,
//! full of boundaries, and the worked example of the domain page (section 9). Computes no figure.
use crate::oracle::{Assume, CoverageRow, DayRule, HoursRow, Person, ScheduleRow, WindowRow, World};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy};
use proptest::sample::select;
use proptest::{bool, option, prop_oneof};

/// Monday 2026-03-02, the first date of every world.
const FIRST: i32 = 20_514;
const TIMES: [i32; 18] = [0, 1, 59, 60, 61, 540, 600, 615, 630, 720, 735, 780, 1020, 1080, 1439, 1440, 1441, 1500];
/// Not in the order of the alphabet: what comes first by name must not come first by place.
const BRANCHES: [&str; 2] = ["Main", "East"];
const STAFF: [&str; 4] = ["Zoe", "Ana", "Cy", "Ben"];
const ACTIVITIES: [&str; 14] = [
    "shift",
    "desk",
    "off-desk",
    "meal",
    "break",
    "meeting",
    "program",
    "planning",
    "assessment",
    "training",
    "outreach",
    "travel",
    "leave",
    "other",
];

/// How a schedule row lies to the one before it; all but `Free` take its person and its day.
#[derive(Clone, Copy, Debug)]
enum Link {
    Free,
    Touching,
    Equal,
    Inside,
}

/// One or two weeks of one or two branches with up to four people.
pub fn world() -> impl Strategy<Value = World> {
    let lists = (
        vec(person(), 1..=4),
        vec((link(), schedule_row()), 0..=12),
        vec(hours_row(), 1..=5),
        vec(window_row(), 0..=5),
        vec(coverage_row(), 0..=3),
    );
    // most libraries schedule in half hours or quarters, some to the minute
    let unit = select(vec![1, 1, 5, 15, 30]);
    (settings(), lists, unit).prop_map(|(settings, (staff, rows, hours, windows, coverage), unit)| {
        let staff = staff.into_iter().zip(STAFF).map(|(person, name)| Person { name, ..person }).collect();
        let schedule = linked(rows);
        in_units(settled(World { staff, schedule, hours, windows, coverage, ..settings }), unit)
    })
}
/// All times as whole units of so many minutes, no span shorter than before.
fn in_units(mut world: World, unit: i32) -> World {
    let whole = |start: &mut i32, end: &mut i32| {
        *start -= *start % unit;
        *end += (unit - *end % unit) % unit;
    };
    world.schedule.iter_mut().for_each(|row| whole(&mut row.start, &mut row.end));
    world.coverage.iter_mut().for_each(|row| whole(&mut row.start, &mut row.end));
    let hours = world.hours.iter_mut().filter_map(|row| row.span.as_mut());
    hours
        .chain(world.windows.iter_mut().filter_map(|row| row.span.as_mut()))
        .for_each(|span| whole(&mut span.0, &mut span.1));
    world
}
fn settings() -> impl Strategy<Value = World> {
    let rotation = (select(vec![7, 14]), 1..=2, select(vec![FIRST - 7, FIRST, FIRST + 7]));
    let assume = select(vec![Assume::DeskSpan, Assume::OpenHours, Assume::Unknown]);
    let minimums = (select(vec![1, 60, 60, 61, 90]), 0..3_usize, 0..4_usize);
    (rotation, 1..=2_usize, minimums, assume).prop_map(|((days, weeks, start), branches, minimums, assume)| World {
        dates: (FIRST..FIRST + days).collect(),
        rotation_weeks: weeks,
        rotation_start: start,
        branches: BRANCHES[..branches].to_vec(),
        staff: Vec::new(),
        schedule: Vec::new(),
        hours: Vec::new(),
        windows: Vec::new(),
        coverage: Vec::new(),
        min_block: minimums.0,
        default_minimum: minimums.1,
        building_minimum: minimums.2,
        assume,
    })
}
fn person() -> impl Strategy<Value = Person> {
    let role = select(vec!["", "Librarian", "Clerk"]);
    let fields = (role, 0..2_usize, bool::weighted(0.8), bool::weighted(0.8));
    fields.prop_map(|(role, home, outreach, listed)| Person { name: "", role, home, outreach, listed })
}
fn link() -> impl Strategy<Value = Link> {
    prop_oneof![5 => Just(Link::Free), 2 => Just(Link::Touching), 1 => Just(Link::Equal), 2 => Just(Link::Inside)]
}
fn span() -> impl Strategy<Value = (i32, i32)> {
    let pair = (select(TIMES.to_vec()), select(TIMES.to_vec()));
    let ordered = |(one, two): (i32, i32)| (one.min(two), one.max(two));
    let fits = |&(start, end): &(i32, i32)| start < end && start < 1440;
    prop_oneof![
        2 => select(vec![(540, 1020), (600, 1080), (720, 780), (0, 600), (1020, 1440), (1080, 1500)]),
        3 => pair.prop_map(ordered).prop_filter("a span starts on its day, before it ends", fits),
    ]
}
fn mask() -> impl Strategy<Value = u8> {
    prop_oneof![4 => Just(0b111_1111), 2 => Just(0b1_1111), 1 => Just(0b100_0001), 2 => 1..128_u8]
}
fn day() -> impl Strategy<Value = DayRule> {
    let bound = || option::weighted(0.1, FIRST..FIRST + 14);
    let weekdays = (mask(), option::weighted(0.2, 0..2_u8), bound(), bound());
    let ordered = |(mask, week, from, to): (u8, Option<u8>, Option<i32>, Option<i32>)| {
        let to = to.map(|to| from.map_or(to, |from| to.max(from)));
        DayRule::Weekdays { mask, week, from, to }
    };
    // one date before the period and two after it: those rows must not count
    prop_oneof![4 => weekdays.prop_map(ordered), 1 => (FIRST - 1..FIRST + 16).prop_map(DayRule::Date)]
}
fn schedule_row() -> impl Strategy<Value = ScheduleRow> {
    let activity = prop_oneof![4 => Just("shift"), 3 => Just("desk"), 3 => select(ACTIVITIES.to_vec())];
    let desk = select(vec!["", "Reference", "Children"]);
    let person = select(vec![0, 0, 1, 1, 2, 3_usize]);
    let fields = (person, option::weighted(0.6, 0..2_usize), day(), span(), activity, desk);
    fields.prop_map(|(person, branch, day, (start, end), activity, desk)| {
        let desk = if activity == "desk" { desk } else { "" };
        ScheduleRow { person, branch, day, start, end, activity, desk }
    })
}
fn hours_row() -> impl Strategy<Value = HoursRow> {
    let common = select(vec![(600, 1080), (600, 1080), (540, 720), (780, 1020), (1020, 1500), (0, 1440)]);
    let fields = (0..2_usize, day(), option::weighted(0.9, prop_oneof![3 => common, 1 => span()]));
    fields.prop_map(|(branch, day, span)| HoursRow { branch, day, span })
}
fn window_row() -> impl Strategy<Value = WindowRow> {
    let who = (select(vec!["School", "Shelter"]), option::weighted(0.8, 0..2_usize), day());
    let mode = prop_oneof![2 => Just("go"), 1 => Just("host"), 1 => Just("online")];
    let lengths = (select(vec![0, 1, 15, 30]), select(vec![0, 1, 30, 45, 60, 61, 90]));
    let needs_role = prop_oneof![3 => Just(""), 1 => Just("Librarian"), 1 => Just("Clerk")];
    let fields = (who, option::weighted(0.9, span()), mode, lengths, bool::weighted(0.2), needs_role);
    fields.prop_map(|((stakeholder, branch, day), span, mode, (travel, min_visit), tentative, needs_role)| {
        // only a date can be without time; a weekday without time is nothing at all
        let span = if matches!(day, DayRule::Date(_)) { span } else { span.or(Some((600, 720))) };
        WindowRow { stakeholder, branch, day, span, mode, travel, min_visit, tentative, needs_role }
    })
}
fn coverage_row() -> impl Strategy<Value = CoverageRow> {
    let fields = (0..2_usize, select(vec!["", "Reference", "Children"]), mask(), span(), 0..4_usize);
    fields.prop_map(|(branch, desk, days, (start, end), minimum)| CoverageRow {
        branch,
        desk,
        days,
        start,
        end,
        minimum,
    })
}

fn linked(rows: Vec<(Link, ScheduleRow)>) -> Vec<ScheduleRow> {
    let mut schedule: Vec<ScheduleRow> = Vec::new();
    for (link, mut row) in rows {
        if let (false, Some(before)) = (matches!(link, Link::Free), schedule.last()) {
            (row.person, row.day) = (before.person, before.day);
            let inside = (row.start.max(before.start), row.end.min(before.end));
            (row.start, row.end) = match link {
                Link::Touching if before.end < 1440 => (before.end, (before.end + row.end - row.start).min(1500)),
                Link::Inside if inside.0 < inside.1 => inside,
                _ => (before.start, before.end),
            };
        }
        schedule.push(row);
    }
    schedule
}
/// Brings every place into its list, and gives what a study must have: hours for each branch, and branches in the
/// rows of people nobody listed.
fn settled(mut world: World) -> World {
    let (branches, people) = (world.branches.len(), world.staff.len());
    for person in &mut world.staff {
        person.home %= branches;
        if !person.listed {
            (person.role, person.home, person.outreach) = ("", 0, true);
        }
    }
    for row in &mut world.schedule {
        row.person %= people;
        let otherwise = if world.staff[row.person].listed { None } else { Some(0) };
        row.branch = row.branch.map(|branch| branch % branches).or(otherwise);
    }
    world.hours.iter_mut().for_each(|row| row.branch %= branches);
    world.windows.iter_mut().for_each(|row| row.branch = row.branch.map(|branch| branch % branches));
    world.coverage.iter_mut().for_each(|row| row.branch %= branches);
    for branch in 0..branches {
        if world.hours.iter().all(|row| row.branch != branch) {
            world.hours.push(HoursRow { branch, day: every(0b11_1111), span: Some((600, 1080)) });
        }
    }
    let schedule = world.schedule.iter_mut().map(|row| &mut row.day);
    let days = schedule.chain(world.hours.iter_mut().map(|row| &mut row.day));
    for day in days.chain(world.windows.iter_mut().map(|row| &mut row.day)) {
        if let DayRule::Weekdays { week, .. } = day {
            *week = week.filter(|&week| i32::from(week) < world.rotation_weeks);
        }
    }
    world
}
fn every(mask: u8) -> DayRule {
    DayRule::Weekdays { mask, week: None, from: None, to: None }
}

/// The study as its files: name and text. A file without a row is left out, unless a study needs it.
pub fn files(world: &World) -> Vec<(String, String)> {
    let files = [
        ("desk-schedule.csv", schedule_csv(world)),
        ("library-hours.csv", hours_csv(world)),
        ("stakeholders.csv", stakeholders_csv(world)),
        ("staff.csv", staff_csv(world)),
        ("coverage.csv", coverage_csv(world)),
        ("offdesk.toml", settings_toml(world)),
    ];
    let kept = files.into_iter().filter(|(name, text)| *name == "desk-schedule.csv" || text.lines().count() > 1);
    kept.map(|(name, text)| (name.to_owned(), text)).collect()
}
fn csv(header: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let quoted = |cell: &String| if cell.contains(',') { format!("\"{cell}\"") } else { cell.clone() };
    let lines = rows.map(|cells| cells.iter().map(quoted).collect::<Vec<String>>().join(","));
    std::iter::once(header.to_owned()).chain(lines).map(|line| line + "\n").collect()
}
fn schedule_csv(world: &World) -> String {
    let row = |row: &ScheduleRow| {
        let [day, week, from, to] = day_cells(row.day);
        let branch = row.branch.map_or("", |branch| world.branches[branch]);
        // a blank activity is a desk
        let activity = if row.activity == "desk" && row.desk.is_empty() { "" } else { row.activity };
        let (staff, desk) = (world.staff[row.person].name.into(), row.desk.into());
        vec![staff, branch.into(), day, week, clock(row.start), clock(row.end), activity.into(), desk, from, to]
    };
    csv("staff,branch,day,week,start,end,activity,desk,from,to", world.schedule.iter().map(row))
}
fn hours_csv(world: &World) -> String {
    let row = |row: &HoursRow| {
        let [day, week, from, to] = day_cells(row.day);
        let [open, close] = span_cells(row.span);
        vec![world.branches[row.branch].into(), day, week, open, close, from, to]
    };
    csv("branch,day,week,open,close,from,to", world.hours.iter().map(row))
}
fn stakeholders_csv(world: &World) -> String {
    let row = |row: &WindowRow| {
        let [day, week, from, to] = day_cells(row.day);
        let [start, end] = span_cells(row.span);
        let branch = row.branch.map_or("", |branch| world.branches[branch]).into();
        let certainty = if row.tentative { "tentative" } else { "" };
        let (travel, min_visit) = (row.travel.to_string(), row.min_visit.to_string());
        let offer = [row.mode.into(), travel, min_visit, certainty.into(), row.needs_role.into()];
        [vec![row.stakeholder.into(), branch, day, week, start, end], offer.to_vec(), vec![from, to]].concat()
    };
    let header = "stakeholder,branch,day,week,start,end,mode,travel,min_visit,certainty,needs_role,from,to";
    csv(header, world.windows.iter().map(row))
}
fn staff_csv(world: &World) -> String {
    let row = |person: &Person| {
        let outreach = if person.outreach { "yes" } else { "no" };
        [person.name, person.role, world.branches[person.home], outreach].map(String::from).to_vec()
    };
    csv("staff,role,branch,outreach", world.staff.iter().filter(|person| person.listed).map(row))
}
fn coverage_csv(world: &World) -> String {
    let row = |row: &CoverageRow| {
        let [day, ..] = day_cells(every(row.days));
        let (branch, desk) = (world.branches[row.branch].into(), row.desk.into());
        vec![branch, desk, day, clock(row.start), clock(row.end), row.minimum.to_string()]
    };
    csv("branch,desk,day,start,end,minimum", world.coverage.iter().map(row))
}
fn settings_toml(world: &World) -> String {
    let assume = match world.assume {
        Assume::DeskSpan => "desk-span",
        Assume::OpenHours => "open-hours",
        Assume::Unknown => "unknown",
    };
    let (from, to) = (iso(world.dates[0]), iso(world.dates[world.dates.len() - 1]));
    let sections = [
        format!("[period]\nfrom = {from}\nto = {to}\n"),
        format!("[rotation]\nweeks = {}\nstarts = {}\n", world.rotation_weeks, iso(world.rotation_start)),
        format!("[outreach]\nmin_block = {}\nmin_visit = 60\ntravel = 0\n", world.min_block),
        format!("[desks]\ndefault_minimum = {}\n", world.default_minimum),
        format!("building_minimum = {}\n", world.building_minimum),
        format!("[assumptions]\nassume_shift = \"{assume}\"\n"),
    ];
    sections.concat()
}
/// Day, week, from and to.
fn day_cells(day: DayRule) -> [String; 4] {
    match day {
        DayRule::Date(date) => [iso(date), String::new(), String::new(), String::new()],
        DayRule::Weekdays { mask, week, from, to } => {
            let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            let days: Vec<&str> = (0..7).zip(names).filter(|(bit, _)| mask >> bit & 1 == 1).map(|day| day.1).collect();
            let letter = week.map_or(String::new(), |week| char::from(b'A' + week).to_string());
            [days.join("/"), letter, from.map_or(String::new(), iso), to.map_or(String::new(), iso)]
        }
    }
}
fn span_cells(span: Option<(i32, i32)>) -> [String; 2] {
    span.map_or([String::new(), String::new()], |(start, end)| [clock(start), clock(end)])
}
fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
/// A date of 2026, all that a world needs, from its day since 1970-01-01.
fn iso(date: i32) -> String {
    let (mut month, mut day) = (1, date - 20_453);
    for length in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if day > length {
            (month, day) = (month + 1, day - length);
        } else {
            break;
        }
    }
    format!("2026-{month:02}-{day:02}")
}

/// Section 9 of the domain page: a Tuesday with its five windows.
pub fn worked_example() -> World {
    let tuesday = every(0b10);
    let person = |name, outreach| Person { name, role: "", home: 0, outreach, listed: true };
    let row = |person, activity, start, end| ScheduleRow {
        person,
        branch: None,
        day: tuesday,
        start,
        end,
        activity,
        desk: "",
    };
    let window = |stakeholder, mode, min_visit, start, end| {
        let (span, branch) = (Some((start, end)), Some(0));
        let (travel, tentative, needs_role) = (15, false, "");
        WindowRow { stakeholder, branch, day: tuesday, span, mode, travel, min_visit, tentative, needs_role }
    };
    World {
        dates: (FIRST..FIRST + 7).collect(),
        rotation_weeks: 1,
        rotation_start: FIRST,
        branches: vec!["Main"],
        staff: vec![person("Ana", true), person("Ben", true), person("Cy", false)],
        schedule: vec![
            row(0, "shift", 540, 1020),
            row(0, "desk", 600, 720),
            row(0, "desk", 900, 960),
            row(0, "meal", 720, 750),
            row(1, "shift", 600, 1080),
            row(1, "desk", 720, 900),
            row(1, "meal", 900, 930),
            row(2, "shift", 600, 1080),
            row(2, "desk", 900, 1080),
        ],
        hours: vec![HoursRow { branch: 0, day: tuesday, span: Some((600, 1080)) }],
        windows: vec![
            window("Lincoln Middle School", "go", 60, 660, 810),
            window("Lincoln, 45 minutes", "go", 45, 660, 810),
            window("Lincoln, online", "online", 60, 660, 810),
            window("Food bank", "go", 60, 450, 570),
            window("Parent group", "host", 60, 1020, 1140),
        ],
        coverage: Vec::new(),
        min_block: 60,
        default_minimum: 1,
        building_minimum: 2,
        assume: Assume::DeskSpan,
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST, files, worked_example, world};
    use crate::oracle::{Assume, DUTIES, Expected, Figures, OUTCOMES, expected};
    use proptest::{prelude::ProptestConfig, prop_assert_eq, proptest};

    fn time(figures: &Expected, staff: &str) -> Figures {
        figures.time[&("Main".into(), staff.into())].clone()
    }
    fn reach(figures: &Expected, stakeholder: &str) -> Vec<(&'static str, usize)> {
        let total = &figures.reach[&("Main".into(), stakeholder.into(), false)][7];
        total
            .iter()
            .filter(|figure| OUTCOMES.contains(figure.0) || *figure.0 == "window")
            .map(|(&k, &v)| (k, v))
            .collect()
    }

    #[test]
    fn the_oracle_finds_where_the_time_of_the_worked_example_goes() {
        let figures = expected(&worked_example());
        let common = [("on_shift", 480), ("desk", 180), ("other_duties", 30), ("meal", 30), ("off_desk", 270)];
        let ana = [("usable", 270), ("blocks", 3), ("usable_blocks", 3), ("longest_block", 150)];
        let ana = [&common[..], &ana, &[("at_least_90", 150), ("at_least_120", 150)]].concat();
        let ben = [("usable", 270), ("blocks", 2), ("usable_blocks", 2), ("longest_block", 150)];
        let ben = [&common[..], &ben, &[("at_least_90", 270), ("at_least_120", 270)]].concat();
        assert_eq!(time(&figures, "Ana"), ana.into_iter().collect());
        assert_eq!(time(&figures, "Ben"), ben.into_iter().collect());
        let cy = time(&figures, "Cy");
        assert_eq!((cy["on_shift"], cy["desk"], cy["off_desk"], cy["longest_block"]), (480, 180, 300, 300));
        let desk = [("open", 480), ("staffed", 480), ("person", 540), ("above_minimum_person", 60)];
        assert_eq!(figures.desks[&("Main".into(), String::new())], desk.into_iter().collect());
        let shared: Vec<usize> = figures.shared.into_values().collect();
        assert_eq!(shared, [60, 150, 120], "Ana and Ben, Ana and Cy, Ben and Cy");
    }
    #[test]
    fn the_oracle_finds_who_may_leave_in_the_worked_example() {
        let figures = expected(&worked_example());
        let grid = &figures.grids[&("staff_releasable", "Main".into(), String::new())];
        // Tuesday from 9:00 to 18:00; from 17:00 the two who are left must stay
        let half_hours = [30, 30, 30, 30, 30, 30, 0, 30, 30, 30, 30, 30, 0, 30, 60, 60, 0, 0];
        assert_eq!(grid[48 + 18..48 + 36], half_hours);
        assert_eq!(grid.iter().sum::<usize>(), half_hours.iter().sum::<usize>());
    }
    #[test]
    fn the_oracle_finds_the_outcomes_of_the_worked_example() {
        let figures = expected(&worked_example());
        let check = |stakeholder, outcomes: &[_]| assert_eq!(reach(&figures, stakeholder), outcomes, "{stakeholder}");
        check("Lincoln Middle School", &[("other_duties", 30), ("too_short", 120), ("window", 150)]);
        check("Lincoln, 45 minutes", &[("other_duties", 30), ("reachable", 90), ("too_short", 30), ("window", 150)]);
        check("Lincoln, online", &[("other_duties", 30), ("reachable", 120), ("window", 150)]);
        check("Food bank", &[("closed", 90), ("too_short", 30), ("window", 120)]);
        check("Parent group", &[("closed", 60), ("reachable", 60), ("window", 120)]);
        let midnight = usize::try_from(FIRST + 1).unwrap() * 1440;
        let slots = figures.slots.iter().map(|slot| (&*slot.1, &*slot.3, slot.4 - midnight, slot.5 - midnight));
        let expected_slots = [
            ("Lincoln, 45 minutes", "Ana", 765, 810),
            ("Lincoln, 45 minutes", "Ben", 660, 705),
            ("Lincoln, online", "Ana", 750, 810),
            ("Lincoln, online", "Ben", 660, 720),
            ("Parent group", "Ben", 1020, 1080),
        ];
        assert_eq!(slots.collect::<Vec<_>>(), expected_slots);
    }
    #[test]
    fn a_world_is_written_as_a_library_writes_it() {
        let files = files(&worked_example());
        let text = |name: &str| &files.iter().find(|file| file.0 == name).unwrap().1;
        assert!(text("desk-schedule.csv").contains("\nAna,,Tue,,10:00,12:00,,,,\n"));
        assert!(text("offdesk.toml").starts_with("[period]\nfrom = 2026-03-02\nto = 2026-03-08\n"));
    }
    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn the_parts_the_oracle_finds_sum_to_the_whole(world in world()) {
            let figures = expected(&world);
            let sum = |of: &Figures, names: &[&str]| names.iter().filter_map(|name| of.get(name)).sum::<usize>();
            for time in figures.time.values() {
                prop_assert_eq!(sum(time, &["desk", "other_duties", "usable", "fragments"]), time["on_shift"]);
                prop_assert_eq!(sum(time, &DUTIES), sum(time, &["other_duties"]));
            }
            for window in figures.reach.values().flatten() {
                prop_assert_eq!(sum(window, &OUTCOMES), sum(window, &["window"]));
                prop_assert_eq!(sum(window, &["inside_open", "outside_open"]), sum(window, &["window"]));
                prop_assert_eq!(window.contains_key("unknown") && world.assume != Assume::Unknown, false);
            }
        }
    }
}
