//! What is wrong with the data that only the whole analysis shows? Double bookings, desks staffed while closed, rows that
//! never apply, working hours that are not given. (Domain, sections 4 and 7.)

use super::conflict::{Conflict, ConflictKind};
use super::counting_sort::sort_by_number;
use super::results::{DeskWhileClosed, Results};
use crate::import::LineReader;
use crate::problem::{Code, Problem, Problems};
use crate::study::{Assume, PersonDay, SchedulePart, StaffId, Study, period_in_words};
use crate::text::Location;
use crate::time::{DayRule, Minutes, Period, Validity};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

const SCHEDULE: &str = "desk-schedule.csv";
/// Problems of one kind that are written out with their places; the rest are counted.
const MOST_PLACES: usize = 1_000;

/// The problems that an analysis shows.
#[must_use]
pub fn data_problems(study: &Study, results: &Results, lines: &mut LineReader<'_>) -> Problems {
    let ((missed, clashes), closed) = rayon::join(
        || rayon::join(|| never_applied(study, &results.period), || Clashes::of(results)),
        || first_while_closed(results),
    );
    let mut problems = Problems::default();
    no_rows_in_period(study, results, &mut problems);
    never_apply(&missed, &results.period, lines, &mut problems);
    conflicts(&clashes, lines, &mut problems);
    while_closed(&closed, results.while_closed.len(), lines, &mut problems);
    hours_not_given(study, results, &mut problems);
    weekly_hours(study, results, lines, &mut problems);
    problems
}

fn no_rows_in_period(study: &Study, results: &Results, problems: &mut Problems) {
    let has_rows = study.schedule_rows().next().is_some();
    if has_rows && results.staff_time.is_empty() && results.settings.branch.is_none() {
        problems.push(
            Problem::new(Code::E324, Location::of_file(SCHEDULE))
                .says(format!("no schedule row falls in the period, {}", period_in_words(&results.period)))
                .help("change `from` and `to` under [period] in offdesk.toml, or give --from and --to"),
        );
    }
}

/// A row, and when it would apply: file, line, days, validity.
type RowOfFile = (&'static str, u32, DayRule, Validity);

/// Rows whose date, week or validity never falls into the period, by file and line.
fn never_applied(study: &Study, period: &Period) -> Vec<RowOfFile> {
    let rotation = study.settings.rotation;
    let applies = |day: DayRule, validity: Validity| period.days_of(day, rotation).any(|date| validity.contains(date));
    let always = Validity::default();
    let hours = study.hours.iter().map(|row| ("library-hours.csv", row.line, row.day, row.validity));
    let windows = study.windows.iter().map(|row| ("stakeholders.csv", row.line, row.day, row.validity));
    let coverage = study.coverage.iter().map(|row| ("coverage.csv", row.line, row.day, always));
    let traffic = study.traffic.iter().map(|row| ("desk-traffic.csv", row.line, row.day, always));
    let mut rows: Vec<RowOfFile> = hours.chain(windows).chain(coverage).chain(traffic).collect();
    let missed_of = |part: &SchedulePart| {
        let mut known: FxHashMap<(DayRule, u32), bool> = FxHashMap::default();
        let mut missed = Vec::new();
        let is_in_period = |day: &PersonDay| day.day.date().is_some_and(|date| period.contains(date));
        for (at, person) in part.people().iter().enumerate() {
            // most often all days are
            if person.validity == 0 && part.person_days_of(at).iter().all(is_in_period) {
                continue;
            }
            let validity = study.validity(person.validity);
            for (day, rows) in part.days_of(at) {
                if !*known.entry((day.day, person.validity)).or_insert_with(|| applies(day.day, validity)) {
                    let lines = (day.line..).take(rows.len());
                    missed.extend(lines.map(|line| (SCHEDULE, line, day.day, validity)));
                }
            }
        }
        missed
    };
    rows.par_extend(study.schedule.par_iter().flat_map_iter(missed_of));
    rows.sort_by_key(|row| (row.0, row.1));
    rows.dedup_by_key(|row| (row.0, row.1));
    rows.retain(|row| !applies(row.2, row.3));
    rows
}

fn never_apply(missed: &[RowOfFile], period: &Period, lines: &mut LineReader<'_>, problems: &mut Problems) {
    for (file, line, day, _) in missed.iter().take(MOST_PLACES) {
        let what = match day {
            DayRule::On(date) => format!("{date} is not in the period"),
            DayRule::Weekly(..) => "the row never applies in the period".to_owned(),
        };
        let place = lines.location(file, *line);
        problems.push(
            Problem::new(Code::N306, place)
                .says(format!("{what}, {}", period_in_words(period)))
                .done("the row is in no figure")
                .help("nothing to do, if that is meant"),
        );
    }
    problems.count_more(Code::N306, missed.len().saturating_sub(MOST_PLACES));
}

/// Two rows that clash.
struct Clash<'r> {
    /// On the first date.
    first: &'r Conflict,
    n_dates: usize,
    minutes: Minutes,
}

/// The rows that clash with others.
struct Clashes<'r> {
    /// The first of them, in the order of the file.
    told: Vec<Clash<'r>>,
    /// How many more of each kind there are.
    n_more: BTreeMap<ConflictKind, usize>,
}

impl<'r> Clashes<'r> {
    fn of(results: &'r Results) -> Clashes<'r> {
        let key = |conflict: &Conflict| (conflict.lines.1, conflict.lines.0, conflict.kind);
        let mut sorted: Vec<&Conflict> = results.conflicts.iter().collect();
        sort_by_number(&mut sorted, &mut Vec::new(), |conflict| conflict.lines.1.cast_signed());
        for of_line in sorted.chunk_by_mut(|a, b| a.lines.1 == b.lines.1) {
            of_line.sort_by_key(|conflict| (key(conflict), conflict.span.start));
        }
        let mut clashes = Clashes { told: Vec::new(), n_more: BTreeMap::new() };
        for same in sorted.chunk_by(|a, b| key(a) == key(b)) {
            if clashes.told.len() < MOST_PLACES {
                let minutes = same.iter().map(|one| one.span.length()).sum();
                clashes.told.push(Clash { first: same[0], n_dates: same.len(), minutes });
            } else {
                *clashes.n_more.entry(same[0].kind).or_default() += 1;
            }
        }
        clashes
    }
}

/// One problem for each two rows that clash, on however many dates.
fn conflicts(clashes: &Clashes<'_>, lines: &mut LineReader<'_>, problems: &mut Problems) {
    let code_of = |kind: ConflictKind| match kind {
        ConflictKind::TwoDesks => Code::W309,
        ConflictKind::DeskDuringLeave => Code::W310,
        ConflictKind::DeskDuringDuty => Code::W311,
        ConflictKind::TwoBranches => Code::W321,
    };
    for Clash { first, n_dates, minutes } in &clashes.told {
        let Conflict { kind, span, lines: (other, line), .. } = **first;
        let done = match kind {
            ConflictKind::TwoDesks => "the person's time counts once, and once on each of the desks",
            ConflictKind::DeskDuringLeave => "the leave holds; the desk is short by one person",
            ConflictKind::DeskDuringDuty => "the desk holds",
            ConflictKind::TwoBranches => "a desk row decides; else the branch that comes first by name",
        };
        let (start, end) = span.clock_times();
        let more = if *n_dates > 1 { format!(", {n_dates} dates, {minutes} in all") } else { format!(", {minutes}") };
        let says = format!("{} with line {other}: {} {start}-{end}{more}", kind.in_words(), span.day());
        problems.push(
            Problem::new(code_of(kind), lines.location(SCHEDULE, line))
                .says(says)
                .label(format!("clashes with line {other}"))
                .done(done)
                .help("mend the times of one of the two rows"),
        );
    }
    for (kind, n_more) in &clashes.n_more {
        problems.count_more(code_of(*kind), *n_more);
    }
}

/// The first desk rows outside open hours, in the order of the file.
fn first_while_closed(results: &Results) -> Vec<&DeskWhileClosed> {
    let mut rows: Vec<&DeskWhileClosed> = results.while_closed.iter().collect();
    if rows.len() > MOST_PLACES {
        rows.select_nth_unstable_by_key(MOST_PLACES, |row| row.line);
        rows.truncate(MOST_PLACES);
    }
    rows.sort_unstable_by_key(|row| row.line);
    rows
}

fn while_closed(first: &[&DeskWhileClosed], n_rows: usize, lines: &mut LineReader<'_>, problems: &mut Problems) {
    for row in first {
        let dates = if row.n_dates == 1 {
            format!("on {}", row.first)
        } else {
            format!("on {} dates, first on {}", row.n_dates, row.first)
        };
        let place = lines.cell(SCHEDULE, row.line, "start");
        problems.push(
            Problem::new(Code::W307, place)
                .says(format!("the desk is staffed for {} while the library is closed, {dates}", row.minutes))
                .done("the time counts as desk time, and is shown as staffed while closed")
                .help("check the row against library-hours.csv; setting up and closing down may be meant"),
        );
    }
    problems.count_more(Code::W307, n_rows - first.len());
}

fn hours_not_given(study: &Study, results: &Results, problems: &mut Problems) {
    if results.n_assumed_dates == 0 {
        return;
    }
    let (n_people, n_dates) = (results.n_assumed_people, results.n_assumed_dates);
    let who = if n_people == 1 { "of one person".to_owned() } else { format!("of {n_people} people") };
    let done = match study.settings.assume {
        Assume::DeskSpan => {
            "taken from each day's first row to its last: figures say \"at least\", and \"at most\" beside it where all open hours are taken"
        }
        Assume::OpenHours => "taken to be all open hours of the day: figures are an \"at most\"",
        Assume::Unknown => "nothing is assumed: windows get the outcome `unknown`",
    };
    problems.push(
        Problem::new(Code::N319, Location::of_file(SCHEDULE))
            .says(format!(
                "working hours {who} are not given on {n_dates} {}",
                if n_dates == 1 { "date" } else { "dates, counted person by person" }
            ))
            .done(done)
            .help("add a row with the activity `shift` from arrival to departure for each of their days"),
    );
}

/// People whose shifts are far from their contracted hours, where every date has its shifts.
fn weekly_hours(study: &Study, results: &Results, lines: &mut LineReader<'_>, problems: &mut Problems) {
    let mut on_shift: FxHashMap<StaffId, (Minutes, usize)> = FxHashMap::default();
    for account in &results.staff_time {
        let entry = on_shift.entry(account.staff).or_default();
        entry.0 += account.on_shift;
        entry.1 += account.n_assumed_dates;
    }
    for (id, member) in study.staff.iter().enumerate() {
        let (Some(weekly), Some(line), Some((minutes, 0))) =
            (member.weekly, member.line, on_shift.get(&StaffId::at(id)))
        else {
            continue;
        };
        let scheduled = results.period.hours_a_week(*minutes);
        if weekly.is_zero() || (scheduled / weekly.hours() - 1.0).abs() <= 0.25 || results.settings.branch.is_some() {
            continue;
        }
        let place = lines.cell("staff.csv", line, "weekly_hours");
        problems.push(
            Problem::new(Code::W325, place)
                .says(format!("{scheduled:.1} h a week are scheduled, and {:.1} h are given", weekly.hours()))
                .done("the schedule is used")
                .help("check the person's rows, or the hours in staff.csv"),
        );
    }
}
