//! Do opening hours in the language of open maps come to what that language's own library evaluates, date by date?

use chrono::NaiveDate;
use offdesk::import::foreign::{DraftDays, Options, StudyFacts, import_source};
use offdesk::time::Day;
use opening_hours::OpeningHours;

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[usize::try_from(self.0 >> 33).unwrap() % all.len()]
    }
}

const DAYS: [&str; 8] = ["Mo-Fr", "Mo,We,Fr", "Tu-Th", "Sa", "Su", "Mo-Su", "Sa-Su", "Th"];
const TIMES: [&str; 7] =
    ["09:00-17:00", "10:00-12:30,13:30-18:00", "12:00-20:00", "08:15-09:45", "off", "18:00-24:00", "20:00-02:00"];
const DATED: [&str; 7] = [
    "Oct 12 off",
    "2026 Nov 26 10:00-13:00",
    "Dec 24-26 off",
    "Sa[1] 10:00-14:00",
    "Nov Mo-Fr 10:00-16:00",
    "week 45 off",
    "Su[-1] 13:00-17:00",
];

/// A text of two or three rules, and in every other one a rule that hangs on the date.
fn text(dice: &mut Dice) -> String {
    let mut rules =
        vec![format!("{} {}", dice.of(&DAYS), dice.of(&TIMES)), format!("{} {}", dice.of(&DAYS), dice.of(&TIMES))];
    if dice.of(&[true, false]) {
        rules.push(dice.of(&DATED).to_owned());
    }
    rules.join("; ")
}

/// Open minutes of a date and of the night after it, so that openings past midnight may be written either way.
fn minutes_of_import(text: &str, first: Day, last: Day) -> Vec<u8> {
    let options = Options { from: Some(first.to_string()), to: Some(last.to_string()), ..Options::default() };
    let source = format!("name,opening_hours\nMain Library,\"{text}\"\nEast Library,Mo-Fr 09:00-17:00\n");
    let import = import_source("hours.csv", source.as_bytes(), &options, &StudyFacts::default()).unwrap();
    assert!(import.all_problems().iter().next().is_none(), "{text}: {:?}", import.all_problems().counts());
    let drafts: Vec<_> =
        import.sheets[0].reading.drafts.iter().filter(|draft| draft.get("branch") == "Main Library").collect();
    let n_days = usize::try_from(last.0 - first.0 + 1).unwrap();
    let mut open = vec![0_u8; (n_days + 1) * 1440];
    for n in 0..n_days {
        let day = first.plus(i32::try_from(n).unwrap());
        // a dated row replaces the weekly ones
        let dated: Vec<_> = drafts.iter().filter(|draft| draft.days == DraftDays::On(day)).collect();
        let weekly =
            drafts.iter().filter(|draft| matches!(draft.days, DraftDays::Weekly(days) if days.contains(day.weekday())));
        let rows: Vec<_> = if dated.is_empty() { weekly.collect() } else { dated };
        for (start, end) in rows.iter().filter_map(|draft| draft.span) {
            open[n * 1440 + usize::from(start)..n * 1440 + usize::from(end)].fill(1);
        }
    }
    open.truncate(n_days * 1440);
    open
}

fn minutes_of_library(text: &str, first: Day, last: Day) -> Vec<u8> {
    let hours: OpeningHours = text.parse().unwrap();
    let n_days = usize::try_from(last.0 - first.0 + 1).unwrap();
    let mut open = vec![0_u8; n_days * 1440];
    for n in 0..n_days {
        let ce = first.0 + i32::try_from(n).unwrap() + 719_163;
        let date = NaiveDate::from_num_days_from_ce_opt(ce).unwrap();
        for part in hours.schedule_at(date) {
            if part.kind == opening_hours::RuleKind::Open {
                let (from, to) = (part.range.start.mins_from_midnight(), part.range.end.mins_from_midnight());
                open[n * 1440 + usize::from(from)..n * 1440 + usize::from(to)].fill(1);
            }
        }
    }
    open
}

#[test]
fn imported_hours_are_open_when_the_library_of_the_language_says_so() {
    let (first, last) = (Day::from_ymd(2026, 10, 1).unwrap(), Day::from_ymd(2026, 12, 31).unwrap());
    let mut dice = Dice(7);
    for _ in 0..150 {
        let text = text(&mut dice);
        let (own, peer) = (minutes_of_import(&text, first, last), minutes_of_library(&text, first, last));
        // the first morning belongs to the night before the period
        let differs = (300..own.len()).find(|minute| own[*minute] != peer[*minute]);
        assert!(
            differs.is_none(),
            "{text}: differs at minute {:?} of day {:?}",
            differs.map(|at| at % 1440),
            differs.map(|at| at / 1440)
        );
    }
}
