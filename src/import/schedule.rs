//! Reads `desk-schedule.csv`, the one file that can be large: compact rows, names numbered block by block.

use super::cell::{CellContext, Cells, parse_date};
use super::lexicon::BlockNames;
use super::record::Record;
use super::sheet::RowReader;
use crate::problem::{Code, Problems, nearest};
use crate::study::{Activity, BranchId, DeskId, ScheduleRow, StaffId};
use crate::time::{Day, DayRule, Validity};
use std::collections::BTreeMap;

const STAFF: usize = 0;
const BRANCH: usize = 1;
const DAY: usize = 2;
const DATE: usize = 3;
const WEEK: usize = 4;
const START: usize = 5;
const END: usize = 6;
const ACTIVITY: usize = 7;
const DESK: usize = 8;
const FROM: usize = 9;
const TO: usize = 10;

/// The words that stand for activities: offdesk's own and the library's.
#[derive(Clone, Debug, Default)]
pub struct Words(pub BTreeMap<String, Activity>);

impl Words {
    /// The activity of a cell; none, and a problem, where its word is not known.
    pub fn activity(&self, cells: &mut Cells<'_, '_>, column: usize) -> Option<Activity> {
        let text = cells.text(column);
        let own = self.0.get(&super::lexicon::key(text)).copied();
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

/// The rows of one block, names and validities numbered within it.
#[derive(Debug)]
pub struct ScheduleReader<'w> {
    /// What holds for the study.
    pub context: CellContext,
    /// Words for activities.
    pub words: &'w Words,
    /// The rows.
    pub rows: Vec<ScheduleRow>,
    /// People.
    pub staff: BlockNames,
    /// Branches; the blank name is one of them.
    pub branches: BlockNames,
    /// Desks; the blank name is one of them.
    pub desks: BlockNames,
    /// Validities, from number 1.
    pub validities: Vec<Validity>,
    last_date: (String, Day),
    last_activities: Vec<(String, Activity)>,
}

impl<'w> ScheduleReader<'w> {
    /// A reader for a block of about so many bytes.
    #[must_use]
    pub fn new(context: CellContext, words: &'w Words, n_bytes: usize) -> ScheduleReader<'w> {
        ScheduleReader {
            context,
            words,
            rows: Vec::with_capacity(n_bytes / 48),
            staff: BlockNames::default(),
            branches: BlockNames::default(),
            desks: BlockNames::default(),
            validities: Vec::new(),
            last_date: (String::new(), Day(0)),
            last_activities: Vec::new(),
        }
    }

    /// The date of the row before again, without reading it again.
    fn day_rule(&mut self, cells: &mut Cells<'_, '_>) -> Option<DayRule> {
        let (day, date) = (cells.text(DAY), cells.text(DATE));
        let text = match (day.is_empty(), date.is_empty()) {
            (true, false) => date,
            (false, true) => day,
            _ => "",
        };
        if !text.is_empty() && text == self.last_date.0 {
            return Some(DayRule::On(self.last_date.1));
        }
        if text.len() == 10
            && let Ok(day) = parse_date(text)
        {
            self.last_date = (text.to_owned(), day);
            return Some(DayRule::On(day));
        }
        cells.day_rule(DAY, DATE, Some(WEEK))
    }

    /// A word read before again, without looking it up.
    fn activity(&mut self, cells: &mut Cells<'_, '_>) -> Option<Activity> {
        let text = cells.text(ACTIVITY);
        if text.is_empty() {
            return Some(Activity::Desk);
        }
        if let Some((_, activity)) = self.last_activities.iter().find(|(word, _)| word == text) {
            return Some(*activity);
        }
        let activity = self.words.activity(cells, ACTIVITY);
        if let Some(activity) = activity
            && self.last_activities.len() < 32
        {
            self.last_activities.push((text.to_owned(), activity));
        }
        activity
    }

    fn validity(&mut self, cells: &mut Cells<'_, '_>) -> u16 {
        let validity = cells.validity(FROM, TO);
        if validity.is_always() {
            return 0;
        }
        let at = self.validities.iter().position(|known| *known == validity).unwrap_or_else(|| {
            self.validities.push(validity);
            self.validities.len() - 1
        });
        u16::try_from(at + 1).unwrap_or(0)
    }
}

impl RowReader for ScheduleReader<'_> {
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, self.context, problems);
        let name = cells.required(STAFF);
        let day = self.day_rule(&mut cells);
        let span = cells.span(START, END);
        let activity = self.activity(&mut cells);
        let validity = self.validity(&mut cells);
        let is_sound = cells.is_sound;
        if let (true, Some(day), Some((start, end)), Some(activity)) = (is_sound, day, span, activity) {
            let small = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
            self.rows.push(ScheduleRow {
                staff: StaffId(self.staff.number(name)),
                day,
                line: record.line,
                branch: BranchId(small(self.branches.number(record.cell(BRANCH)))),
                desk: DeskId(small(self.desks.number(if activity == Activity::Desk { record.cell(DESK) } else { "" }))),
                start,
                end,
                validity,
                activity,
            });
        }
        is_sound
    }
}
