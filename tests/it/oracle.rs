//! What must the analysis say of a small study? The figures of the domain page (sections 2, 4, 5, 6, 9) found the slow
//! way: one array cell a minute, one obvious loop a figure, nothing but the standard library. It shares no code and no
//! type with the crate, reads no file, and is only good for small worlds.
//!
//! Cell 0 is 00:00 of the first date; the arrays run two days past the last date, for rows that cross midnight. All
//! figures are minutes or person-minutes of the whole period, and what a map does not hold is **zero**.
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The other duties; where several cover a minute, the first of them counts.
pub const DUTIES: [&str; 10] =
    ["meal", "break", "meeting", "program", "planning", "assessment", "training", "outreach", "travel", "other"];
/// Nearness to success, the domain page's order.
#[rustfmt::skip]
pub const OUTCOMES: [&str; 9] = ["reachable", "too_short", "pinned", "other_duties", "desk_spare", "desk_needed",
    "unknown", "unstaffed", "closed"];

/// A whole study as plain numbers; branches and people are named by their place in the list. `dates` (days since
/// 1970-01-01) are whole weeks from a Monday, ascending, without a gap; on the Monday `rotation_start` a week A starts.
#[rustfmt::skip]
#[derive(Clone, Debug)]
pub struct World {
    pub dates: Vec<i32>, pub rotation_weeks: i32, pub rotation_start: i32, pub branches: Vec<&'static str>,
    pub staff: Vec<Person>, pub schedule: Vec<ScheduleRow>, pub hours: Vec<HoursRow>, pub windows: Vec<WindowRow>,
    pub coverage: Vec<CoverageRow>, pub min_block: usize, pub default_minimum: usize, pub building_minimum: usize,
    pub assume: Assume,
}
/// Someone not `listed` in staff.csv has role "", home 0 and `outreach`.
#[rustfmt::skip]
#[derive(Clone, Debug)]
pub struct Person {
    pub name: &'static str, pub role: &'static str, pub home: usize, pub outreach: bool, pub listed: bool,
}
/// When a row applies; bit 0 of `mask` is Monday, week 0 is A, `from` and `to` are its first and last date.
#[derive(Clone, Copy, Debug)]
pub enum DayRule {
    Weekdays { mask: u8, week: Option<u8>, from: Option<i32>, to: Option<i32> },
    Date(i32),
}
/// `start` and `end` are minutes of the row's day; an end above 1440 runs into the next day. Desk "" has no name.
#[rustfmt::skip]
#[derive(Clone, Debug)]
pub struct ScheduleRow {
    pub person: usize, pub branch: Option<usize>, pub day: DayRule, pub start: i32, pub end: i32,
    pub activity: &'static str, pub desk: &'static str,
}
/// Without a span: closed.
#[rustfmt::skip]
#[derive(Clone, Debug)]
pub struct HoursRow { pub branch: usize, pub day: DayRule, pub span: Option<(i32, i32)> }
/// Without a span: no time that day; without a branch: tested against each; role "": any. `mode`: go, host, online.
#[rustfmt::skip]
#[derive(Clone, Debug)]
pub struct WindowRow {
    pub stakeholder: &'static str, pub branch: Option<usize>, pub day: DayRule, pub span: Option<(i32, i32)>,
    pub mode: &'static str, pub travel: usize, pub min_visit: usize, pub tentative: bool, pub needs_role: &'static str,
}
/// Desk "" is the whole building; `days` is a weekday mask.
#[rustfmt::skip]
#[derive(Clone, Debug)]
pub struct CoverageRow {
    pub branch: usize, pub desk: &'static str, pub days: u8, pub start: i32, pub end: i32, pub minimum: usize,
}
#[rustfmt::skip]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Assume { DeskSpan, OpenHours, Unknown }

/// A few figures by name.
pub type Figures = BTreeMap<&'static str, usize>;
/// Every figure, by names. A stakeholder without a branch stands under branch "".
#[derive(Debug, Default, PartialEq)]
pub struct Expected {
    /// By branch and staff: `on_shift desk other_duties off_desk`, each duty, `usable fragments at_least_90
    /// at_least_120 blocks usable_blocks longest_block`; a block is a longest run of off-desk minutes at the branch.
    pub time: BTreeMap<(String, String), Figures>,
    /// By branch, stakeholder, tentative: the calendar's weekdays from Monday, and in place 7 the total. `window
    /// inside_open outside_open` and the outcomes. Inside, without a branch: at least one branch is open.
    pub reach: BTreeMap<(String, String, bool), [Figures; 8]>,
    /// By branch and desk: `open staffed staffed_while_closed person while_closed_person under_minimum missing_person
    /// above_minimum_person`. `staffed`, `person` and `above…` hold the closed time too, where the minimum is 0.
    pub desks: BTreeMap<(String, String), Figures>,
    /// 7 weekdays from Monday, each with 48 half hours. (`desk`, branch, desk): person-minutes;
    /// (`stakeholders_available`, branch, ""): firm windows; (`staff_releasable`, branch, ""): people with `outreach`.
    pub grids: BTreeMap<(&'static str, String, String), Vec<usize>>,
    /// By branch and two names in order.
    pub shared: BTreeMap<(String, String, String), usize>,
    /// Branch, stakeholder, tentative, staff, start, end (minutes since 1970-01-01 00:00, wall clock).
    pub slots: BTreeSet<(String, String, bool, String, usize, usize)>,
}

/// One person's minutes: the rows that cover each, what it is (`away unknown desk off_desk` or a duty), and where.
struct Line<'a> {
    person: &'a Person,
    rows: Vec<Vec<&'a ScheduleRow>>,
    minutes: Vec<(&'static str, usize)>,
}
/// A branch; on each desk, and in the building (`None`), the people and their minimum.
struct House {
    branch: usize,
    open: Vec<bool>,
    posts: BTreeMap<Option<&'static str>, (Vec<usize>, Vec<usize>)>,
}

/// All figures of a small world.
pub fn expected(world: &World) -> Expected {
    let staff: Vec<Line> = (0..world.staff.len()).map(|person| line(world, person)).collect();
    let houses: Vec<House> = (0..world.branches.len()).map(|branch| house(world, branch, &staff)).collect();
    let mut figures = Expected::default();
    for house in &houses {
        staff_figures(world, house, &staff, &mut figures);
        desk_figures(world, house, &mut figures);
    }
    window_figures(world, &houses, &staff, &mut figures);
    figures
}

fn index(number: i32) -> usize {
    usize::try_from(number).unwrap_or_else(|_| unreachable!("{number} lies before the first cell"))
}
fn weekday(date: i32) -> usize {
    index((date + 3).rem_euclid(7))
}
fn cells(world: &World) -> usize {
    (world.dates.len() + 2) * 1440
}
fn span_cells(world: &World, date: i32, (start, end): (i32, i32)) -> std::ops::Range<usize> {
    let midnight = (date - world.dates[0]) * 1440;
    index(midnight + start)..index(midnight + end)
}
fn add(figures: &mut Figures, name: &'static str, number: usize) {
    if number > 0 {
        *figures.entry(name).or_default() += number;
    }
}
fn add_to_grid(figures: &mut Expected, what: &'static str, branch: &str, desk: &str, cell: usize, number: usize) {
    if number > 0 {
        let grid = figures.grids.entry((what, branch.into(), desk.into())).or_insert_with(|| vec![0; 7 * 48]);
        grid[cell / 1440 % 7 * 48 + cell % 1440 / 30] += number;
    }
}
/// The longest runs of cells that pass, end excluded.
fn runs(world: &World, passes: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for cell in (0..cells(world)).filter(|&cell| passes(cell)) {
        match found.last_mut() {
            Some(run) if run.1 == cell => run.1 = cell + 1,
            _ => found.push((cell, cell + 1)),
        }
    }
    found
}
fn applies(world: &World, day: DayRule, date: i32) -> bool {
    match day {
        DayRule::Date(only) => only == date,
        DayRule::Weekdays { mask, week, from, to } => {
            let now = (date - world.rotation_start).div_euclid(7).rem_euclid(world.rotation_weeks);
            let is_valid = from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to);
            is_valid && mask >> weekday(date) & 1 == 1 && week.is_none_or(|week| i32::from(week) == now)
        }
    }
}
/// Section 2, a date beats a weekday: of a group's rows (day, whether it can beat, what) those that count on the date.
fn rows_on<T>(world: &World, date: i32, group: impl Iterator<Item = (DayRule, bool, T)>) -> Vec<T> {
    let today: Vec<_> = group.filter(|row| applies(world, row.0, date)).collect();
    let is_dated = |day: DayRule| matches!(day, DayRule::Date(_));
    let is_replaced = today.iter().any(|row| row.1 && is_dated(row.0));
    today.into_iter().filter(|row| !is_replaced || is_dated(row.0)).map(|row| row.2).collect()
}
fn hours_on(world: &World, branch: usize, date: i32) -> Vec<(i32, i32)> {
    let group = world.hours.iter().filter(|row| row.branch == branch).map(|row| (row.day, true, row.span));
    rows_on(world, date, group).into_iter().flatten().collect()
}
fn branch_of(world: &World, row: &ScheduleRow) -> usize {
    row.branch.unwrap_or(world.staff[row.person].home)
}
fn branch_name(world: &World, row: &ScheduleRow) -> &'static str {
    world.branches[branch_of(world, row)]
}
fn line(world: &World, person: usize) -> Line<'_> {
    let mut rows = vec![Vec::new(); cells(world)];
    let mut assumed = vec![None; cells(world)];
    let beats = |row: &ScheduleRow| ["shift", "desk", "off-desk"].contains(&row.activity);
    for &date in &world.dates {
        let own = world.schedule.iter().filter(|row| row.person == person);
        let today = rows_on(world, date, own.map(|row| (row.day, beats(row), row)));
        for &row in &today {
            rows[span_cells(world, date, (row.start, row.end))].iter_mut().for_each(|cell| cell.push(row));
        }
        assume_hours(world, date, &today, &mut assumed);
    }
    let minutes = rows.iter().zip(assumed).map(|(rows, assumed)| minute(world, rows, assumed)).collect();
    Line { person: &world.staff[person], rows, minutes }
}
/// A minute nobody wrote down: where the row that gives its branch ended (the last counts), and that branch.
type Assumed = Option<(i32, usize)>;
/// Section 4, working hours not given: `shift` and `off-desk` rows give them.
fn assume_hours(world: &World, date: i32, today: &[&ScheduleRow], assumed: &mut [Assumed]) {
    let working: Vec<_> = today.iter().filter(|row| row.activity != "leave").collect();
    let earliest = working.iter().min_by_key(|row| (row.start, branch_name(world, row)));
    let is_given = working.iter().any(|row| row.activity == "shift" || row.activity == "off-desk");
    let (Some(earliest), false) = (earliest, is_given) else { return };
    let home = branch_of(world, earliest);
    let desk_span = (earliest.start, working.iter().map(|row| row.end).max().unwrap_or(0));
    let spans = match world.assume {
        Assume::DeskSpan => vec![desk_span],
        Assume::OpenHours => [vec![desk_span], hours_on(world, home, date)].concat(),
        Assume::Unknown => vec![(0, 1440)],
    };
    for minute in spans.into_iter().flat_map(|(start, end)| start..end) {
        let before = working.iter().filter(|row| row.end <= minute && world.assume != Assume::Unknown);
        let last = before.max_by_key(|row| (row.end, Reverse(branch_name(world, row))));
        let claim = last.map_or((i32::MIN, home), |row| (date * 1440 + row.end, branch_of(world, row)));
        let cell = &mut assumed[span_cells(world, date, (minute, minute)).start];
        *cell = (*cell).max(Some(claim));
    }
}
/// Section 4: leave wins over everything, then desk, then the duties.
fn minute(world: &World, rows: &[&ScheduleRow], assumed: Assumed) -> (&'static str, usize) {
    let covers = |activity: &str| rows.iter().any(|row| row.activity == activity);
    let first = |of: &dyn Fn(&str) -> bool| {
        let able = rows.iter().filter(|row| of(row.activity));
        able.min_by_key(|row| branch_name(world, row)).map(|row| branch_of(world, row))
    };
    match (first(&|activity| activity == "desk"), first(&|_| true), assumed) {
        _ if covers("leave") => ("away", 0),
        (Some(branch), _, _) => ("desk", branch),
        (None, Some(branch), _) => (DUTIES.into_iter().find(|duty| covers(duty)).unwrap_or("off_desk"), branch),
        (None, None, Some((_, branch))) if world.assume == Assume::Unknown => ("unknown", branch),
        (None, None, Some((_, branch))) => ("off_desk", branch),
        (None, None, None) => ("away", 0),
    }
}
impl Line<'_> {
    fn may_go(&self, needs_role: &str) -> bool {
        self.person.outreach && (needs_role.is_empty() || needs_role == self.person.role)
    }
    fn is(&self, kind: &str, branch: usize, cell: usize) -> bool {
        self.minutes[cell] == (kind, branch)
    }
    fn is_on_shift(&self, branch: usize, cell: usize) -> bool {
        self.minutes[cell].1 == branch && !["away", "unknown"].contains(&self.minutes[cell].0)
    }
    fn is_at_desk(&self, world: &World, branch: usize, desk: &str, cell: usize) -> bool {
        let here = |row: &&ScheduleRow| row.activity == "desk" && row.desk == desk && branch_of(world, row) == branch;
        self.minutes[cell].0 == "desk" && self.rows[cell].iter().any(here)
    }
    /// In the building: not out on a visit, unless at a desk; meals and breaks are taken in the building.
    fn is_present(&self, branch: usize, cell: usize) -> bool {
        let is_out = self.rows[cell].iter().any(|row| row.activity == "outreach" || row.activity == "travel");
        self.is_on_shift(branch, cell) && (self.minutes[cell].0 == "desk" || !is_out)
    }
    /// Off-desk time as the mode needs it; for `go`: releasable.
    fn is_free(&self, mode: &str, house: &House, cell: usize) -> bool {
        let can_leave = || !house.open[cell] || house.posts[&None].0[cell] > house.posts[&None].1[cell];
        let fits = mode == "online" || mode == "host" && house.open[cell] || mode == "go" && can_leave();
        self.is("off_desk", house.branch, cell) && fits
    }
}
fn house(world: &World, branch: usize, staff: &[Line]) -> House {
    let mut open = vec![false; cells(world)];
    for &date in &world.dates {
        for span in hours_on(world, branch, date) {
            open[span_cells(world, date, span)].fill(true);
        }
    }
    let booked = world.schedule.iter().filter(|row| row.activity == "desk" && branch_of(world, row) == branch);
    let ruled = world.coverage.iter().filter(|row| row.branch == branch && !row.desk.is_empty()).map(|row| row.desk);
    let mut posts = BTreeMap::new();
    for post in booked.map(|row| row.desk).chain(ruled).map(Some).chain([None]) {
        let is_there = |line: &&Line, cell| match post {
            Some(desk) => line.is_at_desk(world, branch, desk, cell),
            None => line.is_present(branch, cell),
        };
        let people = (0..cells(world)).map(|cell| staff.iter().filter(|line| is_there(line, cell)).count());
        posts.insert(post, (people.collect(), minimum(world, branch, post, &open)));
    }
    House { branch, open, posts }
}
fn minimum(world: &World, branch: usize, post: Option<&str>, open: &[bool]) -> Vec<usize> {
    let default = if post.is_some() { world.default_minimum } else { world.building_minimum };
    // a blank desk cell is the building, so no row can name the unnamed desk
    let about = |row: &&CoverageRow| row.branch == branch && row.desk == post.unwrap_or("") && post != Some("");
    let mut given = vec![None; cells(world)];
    for row in world.coverage.iter().filter(about) {
        for &date in world.dates.iter().filter(|&&date| row.days >> weekday(date) & 1 == 1) {
            for cell in &mut given[span_cells(world, date, (row.start, row.end))] {
                *cell = (*cell).max(Some(row.minimum));
            }
        }
    }
    open.iter().zip(given).map(|(&open, given)| if open { given.unwrap_or(default) } else { 0 }).collect()
}

fn staff_figures(world: &World, house: &House, staff: &[Line], figures: &mut Expected) {
    let branch = world.branches[house.branch];
    for (place, line) in staff.iter().enumerate() {
        let name = line.person.name;
        figures.time.insert((branch.into(), name.into()), account(world, house.branch, line));
        for cell in (0..cells(world)).filter(|&cell| line.may_go("") && line.is_free("go", house, cell)) {
            add_to_grid(figures, "staff_releasable", branch, "", cell, 1);
        }
        for other in &staff[place + 1..] {
            let both = |cell| [line, other].iter().all(|line| line.is("off_desk", house.branch, cell));
            let lengths = runs(world, both).into_iter().map(|(start, end)| end - start);
            let (one, two) = (name.min(other.person.name), name.max(other.person.name));
            let minutes = lengths.filter(|&length| length >= world.min_block).sum();
            figures.shared.insert((branch.into(), one.into(), two.into()), minutes);
        }
    }
    figures.time.retain(|_, time| !time.is_empty());
    figures.shared.retain(|_, &mut minutes| minutes > 0);
}
fn account(world: &World, branch: usize, line: &Line) -> Figures {
    let mut time = Figures::new();
    for cell in (0..cells(world)).filter(|&cell| line.is_on_shift(branch, cell)) {
        let kind = line.minutes[cell].0;
        add(&mut time, "on_shift", 1);
        add(&mut time, kind, 1);
        add(&mut time, "other_duties", usize::from(DUTIES.contains(&kind)));
    }
    for (start, end) in runs(world, |cell| line.is("off_desk", branch, cell)) {
        let length = end - start;
        let is_usable = length >= world.min_block;
        add(&mut time, if is_usable { "usable" } else { "fragments" }, length);
        add(&mut time, "at_least_90", if length >= 90 { length } else { 0 });
        add(&mut time, "at_least_120", if length >= 120 { length } else { 0 });
        add(&mut time, "blocks", 1);
        add(&mut time, "usable_blocks", usize::from(is_usable));
        time.entry("longest_block").and_modify(|longest| *longest = length.max(*longest)).or_insert(length);
    }
    time
}
fn desk_figures(world: &World, house: &House, figures: &mut Expected) {
    let branch = world.branches[house.branch];
    for (&post, (people, minimum)) in &house.posts {
        let Some(desk) = post else { continue };
        let mut cover = Figures::new();
        let mut count = |name, of: &dyn Fn(usize) -> usize| add(&mut cover, name, (0..cells(world)).map(of).sum());
        let open = |cell: usize| usize::from(house.open[cell]);
        count("open", &open);
        count("staffed", &|cell| people[cell].min(1));
        count("staffed_while_closed", &|cell| people[cell].min(1) * (1 - open(cell)));
        count("person", &|cell| people[cell]);
        count("while_closed_person", &|cell| people[cell] * (1 - open(cell)));
        count("under_minimum", &|cell| usize::from(people[cell] < minimum[cell]));
        count("missing_person", &|cell| minimum[cell].saturating_sub(people[cell]));
        count("above_minimum_person", &|cell| people[cell].saturating_sub(minimum[cell]));
        (0..cells(world)).for_each(|cell| add_to_grid(figures, "desk", branch, desk, cell, people[cell]));
        figures.desks.insert((branch.into(), desk.into()), cover);
    }
}

/// Section 5: rows that agree in all but their time form one offer, whose minutes are merged.
fn offers<'a>(world: &'a World) -> Vec<(&'a WindowRow, Vec<bool>)> {
    let key = |row: &'a WindowRow| {
        (row.branch, row.stakeholder, row.mode, row.travel, row.min_visit, row.needs_role, row.tentative)
    };
    let mut offers = BTreeMap::new();
    for row in &world.windows {
        let (_, mask) = offers.entry(key(row)).or_insert_with(|| (row, vec![false; cells(world)]));
        let same = |other: &&WindowRow| (other.branch, other.stakeholder) == (row.branch, row.stakeholder);
        for &date in &world.dates {
            let today = rows_on(world, date, world.windows.iter().filter(same).map(|other| (other.day, true, other)));
            if let (Some(span), true) = (row.span, today.into_iter().any(|other| std::ptr::eq(other, row))) {
                mask[span_cells(world, date, span)].fill(true);
            }
        }
    }
    offers.into_values().collect()
}
/// The contact slots one person at one branch has with an offer.
fn pieces(world: &World, offer: &WindowRow, mask: &[bool], line: &Line, house: &House) -> Vec<(usize, usize)> {
    let travel = if offer.mode == "go" { offer.travel } else { 0 };
    let blocks = runs(world, |cell| line.is_free(offer.mode, house, cell));
    let mut found = Vec::new();
    for window in runs(world, |cell| mask[cell]) {
        let need = offer.min_visit.min(window.1 - window.0).max(1);
        for block in &blocks {
            let start = (block.0 + travel).max(window.0);
            let end = block.1.saturating_sub(travel).min(window.1);
            if start + need <= end {
                found.push((start, end));
            }
        }
    }
    found
}
/// The outcome of one minute of a window, as a place in [`OUTCOMES`]: the first that holds.
fn outcome(world: &World, mode: &str, eligible: &[&Line], house: &House, cell: usize, is_reached: bool) -> usize {
    let (branch, is_open) = (house.branch, house.open[cell]);
    if mode == "host" && !is_open {
        return 8;
    }
    let any = |test: &dyn Fn(&Line) -> bool| eligible.iter().any(|line| test(line));
    let spare = house.posts.iter().filter(|(_, (people, minimum))| people[cell] > minimum[cell]);
    let spare: Vec<&str> = spare.filter_map(|(&desk, _)| desk).collect();
    let at_spare = |line: &Line| spare.iter().any(|desk| line.is_at_desk(world, branch, desk, cell));
    let holds = [
        is_reached,
        any(&|line| line.is_free(mode, house, cell)),
        any(&|line| line.is("off_desk", branch, cell)),
        any(&|line| DUTIES.iter().any(|duty| line.is(duty, branch, cell))),
        any(&|line| line.is("desk", branch, cell) && at_spare(line)),
        any(&|line| line.is("desk", branch, cell)),
        any(&|line| line.is("unknown", branch, cell)),
        is_open,
    ];
    holds.into_iter().position(|holds| holds).unwrap_or(8)
}
fn window_figures(world: &World, houses: &[House], staff: &[Line], figures: &mut Expected) {
    let mut all = BTreeMap::new();
    for (offer, mask) in &offers(world) {
        let (name, branch) = (offer.stakeholder, offer.branch.map_or("", |branch| world.branches[branch]));
        let best = all.entry((branch, name, offer.tentative)).or_insert_with(|| vec![9; cells(world)]);
        let eligible: Vec<&Line> = staff.iter().filter(|line| line.may_go(offer.needs_role)).collect();
        for house in houses.iter().filter(|house| offer.branch.is_none_or(|branch| branch == house.branch)) {
            let mut is_reached = vec![false; cells(world)];
            for line in &eligible {
                for (start, end) in pieces(world, offer, mask, line, house) {
                    is_reached[start..end].fill(true);
                    let (who, zero) = (line.person.name.into(), index(world.dates[0]) * 1440);
                    figures.slots.insert((branch.into(), name.into(), offer.tentative, who, zero + start, zero + end));
                }
            }
            for cell in (0..cells(world)).filter(|&cell| mask[cell]) {
                let found = outcome(world, offer.mode, &eligible, house, cell, is_reached[cell]);
                best[cell] = found.min(best[cell]);
            }
        }
    }
    for ((branch, stakeholder, tentative), best) in all {
        let mut reach: [Figures; 8] = std::array::from_fn(|_| Figures::new());
        for cell in (0..cells(world)).filter(|&cell| best[cell] < 9) {
            let mut here = houses.iter().filter(|house| branch.is_empty() || world.branches[house.branch] == branch);
            let place = if here.any(|house| house.open[cell]) { "inside_open" } else { "outside_open" };
            for figure in ["window", OUTCOMES[best[cell]], place] {
                add(&mut reach[cell / 1440 % 7], figure, 1);
                add(&mut reach[7], figure, 1);
            }
            add_to_grid(figures, "stakeholders_available", branch, "", cell, usize::from(!tentative));
        }
        figures.reach.insert((branch.into(), stakeholder.into(), tentative), reach);
    }
    figures.reach.retain(|_, reach| !reach[7].is_empty());
}

/// Of a partner's firm windows in the period: how long each is, and its shortest useful visit.
pub fn firm_windows(world: &World, branch: &str, name: &str) -> Vec<(usize, usize)> {
    let is_of = |row: &WindowRow| {
        !row.tentative && row.stakeholder == name && row.branch.map_or("", |at| world.branches[at]) == branch
    };
    let own = offers(world).into_iter().filter(|(row, _)| is_of(row));
    own.flat_map(|(row, mask)| {
        runs(world, |cell| mask[cell]).into_iter().map(|(start, end)| (end - start, row.min_visit))
    })
    .collect()
}
/// Section 6, the cells at which a meeting of `min_block` could start: somebody of each team is off the desk at a branch,
/// the same people all through it.
pub fn starts_together(world: &World, branch: usize, teams: &[Vec<usize>]) -> Vec<usize> {
    let staff: Vec<Line> = (0..world.staff.len()).map(|person| line(world, person)).collect();
    let mut could_start = BTreeSet::new();
    for crew in crews(teams) {
        let all = |cell: usize| crew.iter().all(|person| staff[*person].is("off_desk", branch, cell));
        for (start, end) in runs(world, all) {
            could_start.extend(start..(end + 1).saturating_sub(world.min_block));
        }
    }
    could_start.into_iter().collect()
}
/// One person of each team, in every way.
fn crews(teams: &[Vec<usize>]) -> Vec<Vec<usize>> {
    teams.iter().fold(vec![Vec::new()], |crews, team| {
        crews.iter().flat_map(|crew| team.iter().map(|person| [&crew[..], &[*person]].concat())).collect()
    })
}
/// Section 6, the longest runs (in cells) in which somebody of each team is off the desk at a branch, the same people
/// for `min_block` at a stretch.
pub fn free_together(world: &World, branch: usize, teams: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let staff: Vec<Line> = (0..world.staff.len()).map(|person| line(world, person)).collect();
    let mut together = vec![false; cells(world)];
    for crew in crews(teams) {
        let all = |cell: usize| crew.iter().all(|person| staff[*person].is("off_desk", branch, cell));
        for (start, end) in runs(world, all) {
            if end - start >= world.min_block {
                together[start..end].fill(true);
            }
        }
    }
    runs(world, |cell| together[cell])
}
/// Whether a person has any time at a branch.
pub fn is_ever_at(world: &World, person: usize, branch: usize) -> bool {
    let line = line(world, person);
    (0..cells(world)).any(|cell| line.is_on_shift(branch, cell))
}
