//! How many people must be where? Minimums changed, desks merged, a desk answered from off the desk.

use super::{Done, Refusal, days_of};
use crate::scenario::building::MinimumSteps;
use crate::scenario::dated_row::DatedRow;
use crate::scenario::draft::Draft;
use crate::study::{Activity, BranchId, Change, CoverageRule, DeskId, StaffId, TrafficRow};
use crate::time::{Day, DayRule, Minute, Span, SpanSet, WeekSet, WeekdaySet};

/// Another minimum of a desk, or of the building.
pub fn minimum(draft: &mut Draft, change: &Change, desk: Option<DeskId>, minimum: u16) -> Done {
    let days = days_of(draft, change);
    set_minimum(draft, change, desk, minimum);
    Done::on(days.len())
}

/// Sets a minimum for the time of a change: rules that hold then are cut out of it.
fn set_minimum(draft: &mut Draft, change: &Change, desk: Option<DeskId>, minimum: u16) {
    let within = change.when.spans(draft.period(), draft.study.settings.rotation);
    set_minimum_in(draft, (change.branch, desk), &within, minimum);
}

/// Sets the minimum of a desk (or of the building) in a set of minutes.
fn set_minimum_in(draft: &mut Draft, (branch, desk): (BranchId, Option<DeskId>), within: &SpanSet, minimum: u16) {
    cut_rules(draft, (branch, desk), within);
    for span in within.spans() {
        let mut start = span.start;
        while start < span.end {
            let own = Day::of(start);
            let end = span.end.min(own.plus(1).start());
            // what runs past the last date belongs to that date
            let day = if draft.period().contains(own) { own } else { own.plus(-1) };
            draft.study.coverage.extend(rule_on(branch, desk, day, Span { start, end }, minimum));
            start = end;
        }
    }
}

fn rule_on(branch: BranchId, desk: Option<DeskId>, day: Day, span: Span, minimum: u16) -> Option<CoverageRule> {
    let minute = |at: Minute| u16::try_from((at - day.start()).0).ok();
    let (start, end) = (minute(span.start)?, minute(span.end)?);
    Some(CoverageRule { branch, desk, day: DayRule::On(day), start, end, minimum, line: 0 })
}

/// Takes a set of minutes out of the rules of a desk (or of the building).
fn cut_rules(draft: &mut Draft, of: (BranchId, Option<DeskId>), within: &SpanSet) {
    let rotation = draft.study.settings.rotation;
    let days: Vec<Day> = draft.period().days().to_vec();
    let (own, mut rules): (Vec<CoverageRule>, Vec<CoverageRule>) =
        std::mem::take(&mut draft.study.coverage).into_iter().partition(|rule| {
            (rule.branch, rule.desk) == of
                && days.iter().any(|day| {
                    rule.day.applies_on(*day, rotation)
                        && !within.length_within(day.span(i32::from(rule.start), i32::from(rule.end))).is_zero()
                })
        });
    for rule in own {
        for day in days.iter().filter(|day| rule.day.applies_on(**day, rotation)) {
            let span = SpanSet::from_spans(vec![day.span(i32::from(rule.start), i32::from(rule.end))]);
            let rest = span.difference(within);
            rules.extend(
                rest.spans().iter().filter_map(|span| rule_on(rule.branch, rule.desk, *day, *span, rule.minimum)),
            );
        }
    }
    draft.study.coverage = rules;
}

/// Several desks become one.
pub fn merge_desks(draft: &mut Draft, change: &Change, desks: &[DeskId], (merged, minimum): (DeskId, u16)) -> Done {
    let branch = change.branch;
    let rotation = draft.study.settings.rotation;
    let within = change.when.spans(draft.period(), rotation);
    let days = days_of(draft, change);
    let is_merged =
        |row: &DatedRow| row.activity == Activity::Desk && row.branch == branch && desks.contains(&row.desk);
    let mut n_rows = 0;
    for staff in draft.people_at(branch) {
        n_rows += draft.replace(staff, &within, is_merged, |row| Some(DatedRow { desk: merged, ..row })).len();
    }
    if n_rows == 0 {
        return Done::refused("nobody staffs any of these desks then");
    }
    draft.merged.extend(desks.iter().map(|desk| (*desk, merged)));
    for &desk in desks.iter().filter(|desk| **desk != merged) {
        cut_rules(draft, (branch, Some(desk)), &within);
        // a desk that is still staffed at other times needs nobody while it is merged
        if is_staffed(draft, branch, desk) {
            set_minimum(draft, change, Some(desk), 0);
        }
    }
    let is_always = days.len() == draft.period().n_days() && change.when.time.is_none();
    if is_always {
        merge_traffic(&mut draft.study.traffic, branch, desks, merged);
    } else if !is_staffed_outside(draft, branch, merged, &within) {
        let daily = DayRule::Weekly(WeekdaySet::DAILY, WeekSet::EVERY);
        draft.study.coverage.push(CoverageRule {
            branch,
            desk: Some(merged),
            day: daily,
            start: 0,
            end: 1440,
            minimum: 0,
            line: 0,
        });
    }
    set_minimum(draft, change, Some(merged), minimum);
    Done::on(days.len())
}

fn is_staffed(draft: &mut Draft, branch: BranchId, desk: DeskId) -> bool {
    is_staffed_outside(draft, branch, desk, &SpanSet::default())
}

/// Whether a desk is staffed outside a set of minutes.
fn is_staffed_outside(draft: &mut Draft, branch: BranchId, desk: DeskId, within: &SpanSet) -> bool {
    let people = draft.people_at(branch);
    people.into_iter().any(|staff| {
        let on_it =
            draft.union(staff, |row| row.activity == Activity::Desk && row.branch == branch && row.desk == desk);
        !on_it.difference(within).spans().is_empty()
    })
}

/// Traffic of merged desks is traffic of the one desk; rows for the same hours are added up.
fn merge_traffic(traffic: &mut Vec<TrafficRow>, branch: BranchId, desks: &[DeskId], merged: DeskId) {
    let mut rows: Vec<TrafficRow> = Vec::new();
    for mut row in std::mem::take(traffic) {
        if row.branch == branch && desks.contains(&row.desk) {
            row.desk = merged;
        }
        let same = rows.iter_mut().find(|other| {
            (other.branch, other.desk, other.day, other.start, other.end)
                == (row.branch, row.desk, row.day, row.start, row.end)
        });
        match same {
            Some(other) if row.desk == merged => other.count += row.count,
            _ => rows.push(row),
        }
    }
    *traffic = rows;
}

/// A desk is answered from off the desk: nobody sits at it while somebody of those named is free to answer (or sits at
/// it today), and all of them stay in the building for it. What nobody could answer stays staffed as it is.
pub fn on_call(draft: &mut Draft, change: &Change, desk: DeskId, people: &[StaffId]) -> Done {
    let mut done = Done::default();
    let branch = change.branch;
    for day in days_of(draft, change) {
        let within = SpanSet::from_spans(vec![change.when.span_on(day)]);
        let open = draft.plan().open[branch.index()].intersection(&within);
        let mut answered = SpanSet::default();
        for &staff in people {
            let sits = |row: &DatedRow| row.activity == Activity::Desk && (row.branch, row.desk) == (branch, desk);
            let at_it = draft.union(staff, sits);
            answered = answered.union(&draft.off_desk(staff, branch).union(&at_it).intersection(&within));
        }
        let missing = open.difference(&answered);
        if let Some(gap) = missing.spans().first() {
            let (start, end) = gap.clock_times();
            let reason = format!("none of the people on call is off the desk from {start} to {end}");
            let is_all = open.difference(&missing).spans().is_empty();
            if is_all { &mut done.refused } else { &mut done.in_part }.push(Refusal { day: Some(day), reason });
            if is_all {
                continue;
            }
        }
        done.n_dates += 1;
        let called = within.difference(&missing);
        for staff in draft.people_at(branch) {
            let _ = draft.release(staff, &called, |row| (row.branch, row.desk) == (branch, desk));
        }
        for &staff in people {
            for part in draft.at_work(staff).intersection(&called).spans() {
                draft.put(staff, DatedRow { day, span: *part, branch, desk, activity: Activity::OnCall, line: 0 });
            }
        }
        set_minimum_in(draft, (branch, Some(desk)), &called, 0);
    }
    done
}

/// The parts of a span in which more of the given spans overlap than a desk's minimum asks for.
pub fn above_minimum(draft: &Draft, branch: BranchId, desk: DeskId, within: Span, on_it: &[Span]) -> SpanSet {
    let minimums = MinimumSteps::of(draft, branch, Some(desk), within);
    let is_above = |part: &Span| {
        let n_people = on_it.iter().filter(|span| span.start <= part.start && part.start < span.end).count();
        i64::try_from(n_people).is_ok_and(|n_people| n_people > minimums.at(part.start))
    };
    SpanSet::from_spans(minimums.parts(within, on_it).into_iter().filter(is_above).collect())
}
