//! Reads `desk-schedule.csv`, the one file that can be large: compact rows, names numbered stretch by stretch.

use super::cell::{CellContext, Cells};
use super::known_cells::KnownCells;
use super::lexicon::StretchNames;
use super::record::Record;
use super::sheet::RowReader;
use super::validities::Validities;
use crate::problem::{Code, Problems, nearest};
use crate::study::{Activity, BranchId, DeskId, SchedulePart, ScheduleRow, StaffId};
use std::collections::BTreeMap;

/// The numbers of the columns that are read.
pub mod column {
    pub const STAFF: usize = 0;
    pub const BRANCH: usize = 1;
    pub const DAY: usize = 2;
    pub const DATE: usize = 3;
    pub const WEEK: usize = 4;
    pub const START: usize = 5;
    pub const END: usize = 6;
    pub const ACTIVITY: usize = 7;
    pub const DESK: usize = 8;
    pub const FROM: usize = 9;
    pub const TO: usize = 10;
}

/// The words that stand for activities: offdesk's own and the library's.
#[derive(Clone, Debug, Default)]
pub struct Words(pub BTreeMap<String, Activity>);

impl Words {
    /// The activity of a cell; none, and a problem, where its word is not known.
    pub fn activity(&self, cells: &mut Cells<'_, '_>, column: usize) -> Option<Activity> {
        let text = cells.text(column);
        let own = self.0.get(super::lexicon::key(text).as_str()).copied();
        let activity = own.or_else(|| Activity::named(text));
        if activity.is_none() {
            let known = Activity::ALL.iter().map(|activity| activity.name()).chain(self.0.keys().map(String::as_str));
            let help = nearest(text, known).map_or_else(
                || {
                    format!(
                        "use one of {}; or map your own word under [activities] in offdesk.toml",
                        names_of_activities()
                    )
                },
                |near| format!("did you mean `{near}`?"),
            );
            cells.report(
                cells.record.problem(Code::E211, column).says(format!("`{text}` is not an activity")).help(help),
            );
        }
        activity
    }
}

fn names_of_activities() -> String {
    Activity::ALL.iter().map(|activity| activity.name()).collect::<Vec<&str>>().join(", ")
}

/// The rows of one stretch of the file, names and validities numbered within it.
#[derive(Debug)]
pub struct ScheduleReader<'w> {
    /// What holds for the study.
    pub context: CellContext,
    /// Words for activities.
    pub words: &'w Words,
    /// The rows.
    pub rows: SchedulePart,
    /// People.
    pub staff: StretchNames,
    /// Branches; the blank name is one of them.
    pub branches: StretchNames,
    /// Desks; the blank name is one of them.
    pub desks: StretchNames,
    /// Validities.
    pub validities: Validities,
    known: Option<KnownCells>,
}

impl<'w> ScheduleReader<'w> {
    /// A reader without rows.
    #[must_use]
    pub fn new(context: CellContext, words: &'w Words) -> ScheduleReader<'w> {
        ScheduleReader {
            context,
            words,
            rows: SchedulePart::default(),
            staff: StretchNames::default(),
            branches: StretchNames::default(),
            desks: StretchNames::default(),
            validities: Validities::default(),
            known: None,
        }
    }

    fn activity(&self, cells: &mut Cells<'_, '_>) -> Option<Activity> {
        if cells.text(column::ACTIVITY).is_empty() {
            return Some(Activity::Desk);
        }
        self.words.activity(cells, column::ACTIVITY)
    }
}

impl RowReader for ScheduleReader<'_> {
    fn expect(&mut self, n_bytes: usize) {
        self.rows.reserve(n_bytes / 48);
    }

    fn take_known(&mut self, text: &[u8], line: u32) -> Option<usize> {
        self.known.as_mut()?.push_row(text, line, &mut self.rows)
    }

    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let n_problems = problems.n_in_all();
        let mut cells = Cells::new(record, self.context, problems);
        let name = cells.required(column::STAFF);
        let day = cells.day_rule(column::DAY, column::DATE, Some(column::WEEK));
        let span = cells.span(column::START, column::END);
        let activity = self.activity(&mut cells);
        let validity = self.validities.number(cells.validity(column::FROM, column::TO));
        let is_sound = cells.is_sound;
        if let (true, Some(day), Some((start, end)), Some(activity)) = (is_sound, day, span, activity) {
            let small = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
            let desk = if activity == Activity::Desk { record.cell(column::DESK) } else { "" };
            let row = ScheduleRow {
                staff: StaffId(self.staff.number(name)),
                day,
                line: record.line,
                branch: BranchId(small(self.branches.number(record.cell(column::BRANCH)))),
                desk: DeskId(small(self.desks.number(desk))),
                start,
                end,
                validity,
                activity,
            };
            self.rows.push(row);
            if problems.n_in_all() == n_problems {
                self.known.get_or_insert_with(|| KnownCells::new(record)).learn(record, &row);
            }
        }
        is_sound
    }

    fn finish(&mut self) {
        self.known = None;
        self.staff.finish();
        self.branches.finish();
        self.desks.finish();
    }
}
