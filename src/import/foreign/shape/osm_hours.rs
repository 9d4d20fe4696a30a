//! Opening hours as `OpenStreetMap` writes them: `Mo-Fr 10:00-18:00; PH off`. What is the same every week stays weekly;
//! all else is written out date by date.

use super::hours::{branch_name, data_rows, find_branches, one_line, say_no_hours};
use super::list::plain;
use super::{Fit, Shape};
use crate::import::foreign::cell::{Rule, is_unknown_word};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{Day, WEEKDAY_NAMES, WeekdaySet};
use chrono::{Datelike, NaiveDate, TimeDelta};
use opening_hours::localization::Country;
use opening_hours::{Context, OpeningHours, RuleKind};

/// Rows in which the header is looked for.
const HEAD: usize = 20;
/// Rows whose cells are looked at.
const SAMPLE: usize = 60;
/// An opening after midnight that is longer does not belong to the evening before.
const LONGEST_NIGHT: u16 = 12 * 60;
const SUN: [&str; 4] = ["dawn", "sunrise", "sunset", "dusk"];

/// Recognizes a column of such texts by its header and its cells.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let rows = (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row));
    rows.filter_map(|row| fit_at(sheet, row)).max_by_key(|fit| fit.score)
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let is_called = |column: &usize| plain(sheet.cell(row, *column)).contains("openinghours");
    let column = (0..sheet.n_cells(row)).find(is_called)?;
    let cells = (row + 1..sheet.n_rows().min(row + 1 + SAMPLE)).map(|row| sheet.cell(row, column));
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let n_parsed = cells.iter().filter(|cell| parse(cell).is_ok()).count();
    if n_parsed == 0 || n_parsed * 2 < cells.len() {
        return None;
    }
    let mut fit = Fit::new(Shape::OsmHours, Target::Hours, Some(row), 94);
    fit = fit.with(column, sheet.cell(row, column), "hours");
    let branches = find_branches(sheet, Some(row), &[column]);
    Some(match branches {
        Some(branches) => fit.with(branches.column, sheet.cell(row, branches.column), "branch"),
        None => fit,
    })
}

/// Reads a text, or says in a line where and why it cannot be read.
fn parse(text: &str) -> Result<OpeningHours, String> {
    let text = text.trim().trim_end_matches([';', ' ']);
    text.parse::<OpeningHours>().map_err(|error| one_line_of(&error.to_string()))
}

/// The position and the reason of an error that is drawn over several lines.
fn one_line_of(error: &str) -> String {
    let lines: Vec<&str> = error.lines().map(str::trim).collect();
    let position = lines.iter().find_map(|line| line.strip_prefix("-->")).and_then(|place| place.rsplit(':').next());
    let reason = lines.iter().rev().find_map(|line| line.strip_prefix("= "));
    match (position, reason) {
        (Some(position), Some(reason)) => format!("at character {}: {reason}", position.trim()),
        _ => one_line(error),
    }
}

/// Reads a column of such texts.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let Some(column) = fit.column("hours") else { return reading };
    for row in data_rows(sheet, fit) {
        let at = At { row, column };
        reading.n_read += 1;
        let before = reading.drafts.len();
        if let Some(branch) = branch_name(sheet, fit, row, context, &mut reading) {
            match sheet.cell(row, column) {
                "" => say_no_hours(sheet, fit, at, &branch, &mut reading),
                text => take(sheet, &Draft::of(at).text("branch", branch), text, context, &mut reading),
            }
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }
    reading
}

fn take(sheet: &Sheet, base: &Draft, text: &str, context: &ImportContext, reading: &mut SheetReading) {
    let read = readable(text).and_then(|hours| match Needs::of(&hours) {
        Needs { is_dated: false, .. } => Ok(week_of(&hours)),
        needs => dates_of(hours, &needs, context),
    });
    match read {
        Ok(days) => {
            if days.iter().any(|day| day.is_holiday_known) {
                let country = context.country.clone().unwrap_or_default();
                reading.assume(Rule::PublicHolidays, base.at, text, || format!("public holidays of {country}"), 0);
            }
            push_days(sheet, base, &days, text, reading);
        }
        Err((code, says, help)) => {
            reading.problem(sheet, base.at, code, format!("`{}`: {says}", one_line(text)), help);
        }
    }
}

/// What is wrong, and what to do: the text cannot be read, or it does not say which days it means.
type Refused = (Code, String, &'static str);

/// The hours that a text says, where they do not depend on the sun and every time has its end.
fn readable(text: &str) -> Result<OpeningHours, Refused> {
    let lower = text.to_lowercase();
    if SUN.iter().any(|word| lower.contains(word)) {
        return Err((Code::E505, "the times depend on the sun".to_owned(), "write clock times"));
    }
    let hours = parse(text).map_err(|says| (Code::E505, says, "write it as in `Mo-Fr 10:00-18:00; Sa 10:00-14:00`"))?;
    let expression = hours.get_expression();
    let is_open_ended = expression.rules.iter().flat_map(|rule| &rule.time_selector.spans).any(|span| span.open_end);
    if is_open_ended {
        return Err((Code::E505, "a time has no end".to_owned(), "write when it closes"));
    }
    Ok(hours)
}

/// What has to be known to evaluate hours.
struct Needs {
    is_dated: bool,
    holidays: Vec<&'static str>,
}

impl Needs {
    fn of(hours: &OpeningHours) -> Needs {
        let mut needs = Needs { is_dated: false, holidays: Vec::new() };
        let expression = hours.get_expression();
        for rule in &expression.rules {
            let days = &rule.day_selector;
            let words: Vec<String> = days.weekday.iter().map(ToString::to_string).collect();
            // `Sa[1]`, `PH`, `SH`, `Sa +1 day`
            let is_plain = words.iter().all(|word| !word.contains(['[', 'H', ' ']));
            needs.is_dated |= !(days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty() && is_plain);
            for kind in ["PH", "SH"] {
                if words.iter().any(|word| word.contains(kind)) && !needs.holidays.contains(&kind) {
                    needs.holidays.push(kind);
                }
            }
        }
        needs
    }
}

/// How many dates must be alike to stand for a day of the week.
const USUAL: usize = 3;

/// One day of the week, or one date, as it was evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Evaluated {
    days: DraftDays,
    /// From and to which minute, and what is noted beside it.
    open: Vec<(u16, u16, String)>,
    is_unknown: bool,
    is_holiday_known: bool,
}

fn evaluate(hours: &OpeningHours, date: NaiveDate, days: DraftDays) -> Evaluated {
    let mut day = Evaluated { days, open: Vec::new(), is_unknown: false, is_holiday_known: false };
    for part in hours.schedule_at(date) {
        let (from, to) = (part.range.start.mins_from_midnight(), part.range.end.mins_from_midnight());
        match part.kind {
            RuleKind::Open if is_unknown_word(&part.comment) => day.is_unknown = true,
            RuleKind::Open => day.open.push((from, to, part.comment.to_string())),
            RuleKind::Unknown => day.is_unknown = true,
            RuleKind::Closed => {}
        }
    }
    day
}

/// The seven days of any week: every week is the same.
fn week_of(hours: &OpeningHours) -> Vec<Evaluated> {
    let monday = Day::from_ymd(2024, 1, 1).unwrap_or_default();
    let mut days: Vec<Evaluated> = (0..7_i32)
        .filter_map(|n| {
            let day = monday.plus(n);
            let weekly = DraftDays::Weekly(WeekdaySet::range(day.weekday(), day.weekday()));
            Some(evaluate(hours, date_of(day)?, weekly))
        })
        .collect();
    for n in 0..days.len() {
        join_night(&mut days, n, (n + 1) % 7);
    }
    days
}

/// Every date of the period.
fn dates_of(hours: OpeningHours, needs: &Needs, context: &ImportContext) -> Result<Vec<Evaluated>, Refused> {
    let Some((first, last)) = context.period else {
        let says = "the hours depend on the date, and the study has no period".to_owned();
        return Err((Code::E507, says, "set [period] from and to in offdesk.toml"));
    };
    let hours = if needs.holidays.is_empty() { hours } else { with_holidays(hours, needs, (first, last), context)? };
    // the night before the first date and the one after the last are needed to join openings past midnight
    let mut days: Vec<Evaluated> = (first.0 - 1..=last.0 + 1)
        .filter_map(|n| Some(evaluate(&hours, date_of(Day(n))?, DraftDays::On(Day(n)))))
        .collect();
    for n in 1..days.len() {
        join_night(&mut days, n - 1, n);
    }
    days.retain(|day| matches!(day.days, DraftDays::On(day) if first <= day && day <= last));
    days.iter_mut().for_each(|day| day.is_holiday_known = !needs.holidays.is_empty());
    Ok(usual_weeks(&days))
}

/// Dates that are like most others of their day of the week become one row of that day; a date that differs keeps a row
/// of its own, and a dated row replaces the weekly ones.
fn usual_weeks(days: &[Evaluated]) -> Vec<Evaluated> {
    let weekday = |day: &Evaluated| if let DraftDays::On(date) = day.days { Some(date.weekday()) } else { None };
    let same = |a: &Evaluated, b: &Evaluated| (&a.open, a.is_unknown) == (&b.open, b.is_unknown);
    let mut weekly = Vec::new();
    for number in 0..7 {
        let of_day: Vec<&Evaluated> = days.iter().filter(|day| weekday(day) == Some(number)).collect();
        let n_like = |day: &Evaluated| of_day.iter().filter(|other| same(day, other)).count();
        let usual = of_day.iter().max_by_key(|day| n_like(day)).filter(|day| n_like(day) >= USUAL && !day.is_unknown);
        if let Some(usual) = usual {
            let of_week = DraftDays::Weekly(WeekdaySet::range(number, number));
            weekly.push(Evaluated { days: of_week, ..(**usual).clone() });
        }
    }
    let is_usual = |day: &Evaluated| {
        weekly.iter().any(|week| {
            matches!(week.days, DraftDays::Weekly(days) if weekday(day).is_some_and(|number| days.contains(number)))
                && same(week, day)
        })
    };
    let others: Vec<Evaluated> = days.iter().filter(|day| !is_usual(day)).cloned().collect();
    weekly.into_iter().chain(others).collect()
}

/// The same hours with the holidays of the country that was given, where they are known for the whole period.
fn with_holidays(
    hours: OpeningHours,
    needs: &Needs,
    (first, last): (Day, Day),
    context: &ImportContext,
) -> Result<OpeningHours, Refused> {
    let kinds = needs.holidays.join(" and ");
    let Some(country) = &context.country else {
        let says = format!("which days {kinds} stands for is not known");
        return Err((Code::E507, says, "say the country: --country US"));
    };
    let code = country.trim().to_uppercase();
    let Ok(known) = code.parse::<Country>() else {
        let says = format!("no holidays are known for the country `{country}`");
        return Err((Code::E507, says, "say the country with two letters: --country US"));
    };
    let holidays = known.holidays();
    for kind in &needs.holidays {
        let calendar = if *kind == "PH" { holidays.get_public() } else { holidays.get_school() };
        for day in [first, last] {
            let year = date_of(day).map_or(0, |date| date.year());
            if !calendar.iter().any(|date| date.year() == year) {
                let says = format!("no {kind} of {code} are known for {year}");
                return Err((Code::E507, says, "write the dates of the holidays into library-hours.csv by hand"));
            }
        }
    }
    Ok(hours.with_context(Context::default().with_holidays(holidays)))
}

fn date_of(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(TimeDelta::days(i64::from(day.0)))
}

/// An opening that goes on after midnight belongs to the day on which it began.
fn join_night(days: &mut [Evaluated], before: usize, after: usize) {
    let evening = days.get(before).and_then(|day| day.open.last()).filter(|(from, to, _)| *from > 0 && *to == 1440);
    let night =
        days.get(after).and_then(|day| day.open.first()).filter(|(from, to, _)| *from == 0 && *to <= LONGEST_NIGHT);
    let Some(end) = night.filter(|night| evening.is_some_and(|evening| evening.2 == night.2)).map(|night| night.1)
    else {
        return;
    };
    if let Some(last) = days.get_mut(before).and_then(|day| day.open.last_mut()) {
        last.1 += end;
    }
    if let Some(day) = days.get_mut(after) {
        day.open.remove(0);
    }
}

fn push_days(sheet: &Sheet, base: &Draft, days: &[Evaluated], text: &str, reading: &mut SheetReading) {
    let mut unknown: Vec<String> = Vec::new();
    for day in days {
        if day.is_unknown {
            unknown.push(match day.days {
                DraftDays::On(date) => date.to_string(),
                DraftDays::Weekly(days) => days.days().map(|day| WEEKDAY_NAMES[day]).collect(),
                DraftDays::None => String::new(),
            });
        } else if day.open.is_empty() {
            reading.push(base.clone().days(day.days));
        }
        for (from, to, note) in &day.open {
            reading.push(base.clone().days(day.days).between(*from, *to).text("note", note.clone()));
        }
    }
    if !unknown.is_empty() {
        let says = format!("`{}` leaves open or closed unknown on {}", one_line(text), one_line(&unknown.join(", ")));
        reading.problem(sheet, base.at, Code::W509, says, "find out the hours, and write them or `off`");
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, day, n_assumed, sheet};
    use super::super::hours::cases::hours_rows;
    use super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::{ImportContext, SheetReading};

    fn of(text: &str, context: &ImportContext) -> SheetReading {
        let sheet = sheet(&["name|opening_hours", "Eastgate Library|Mo-Fr 10:00-18:00", &format!("Main|{text}")]);
        let mut reading = fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, context));
        reading.drafts.retain(|draft| draft.get("branch") == "Main");
        reading
    }

    fn december() -> ImportContext {
        ImportContext {
            period: Some((day(2026, 12, 24), day(2026, 12, 28))),
            country: Some("us".to_owned()),
            ..context()
        }
    }

    #[test]
    fn what_is_the_same_every_week_is_weekly() {
        let reading = of("Mo-Fr 10:00-18:00; We 12:00-20:00; Sa 10:00-13:00,14:00-17:00;", &context());
        assert_eq!(
            hours_rows(&reading),
            [
                "Main Mon 10:00-18:00",
                "Main Tue 10:00-18:00",
                "Main Wed 12:00-20:00",
                "Main Thu 10:00-18:00",
                "Main Fri 10:00-18:00",
                "Main Sat 10:00-13:00",
                "Main Sat 14:00-17:00",
                "Main Sun closed"
            ]
        );
        assert_eq!((codes(&reading), reading.n_read), (vec![], 2));
        assert_eq!(of("24/7", &context()).minutes(), 7 * 24 * 60);
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_began() {
        let reading = of("Fr,Su 18:00-02:00", &context());
        let rows = hours_rows(&reading);
        assert!(rows.contains(&"Main Fri 18:00-26:00".to_owned()));
        assert!(rows.contains(&"Main Sun 18:00-26:00".to_owned()));
        assert!(rows.contains(&"Main Sat closed".to_owned()));
    }

    #[test]
    fn what_depends_on_the_date_is_written_out_over_the_period() {
        let reading = of("Mo-Fr 10:00-18:00; PH off", &december());
        assert_eq!(
            hours_rows(&reading),
            [
                "Main 2026-12-24 10:00-18:00",
                "Main 2026-12-25 closed",
                "Main 2026-12-26 closed",
                "Main 2026-12-27 closed",
                "Main 2026-12-28 10:00-18:00"
            ]
        );
        assert_eq!(n_assumed(&reading, Rule::PublicHolidays), 1);
        assert_eq!(of("Sa[4] 10:00-12:00", &december()).minutes(), 120);
    }

    #[test]
    fn what_is_needed_and_missing_is_asked_for() {
        assert_eq!(codes(&of("Sa[1] 10:00-12:00", &context())), ["E507"]);
        let stateless = ImportContext { country: None, ..december() };
        let reading = of("Mo-Fr 10:00-18:00; PH off", &stateless);
        assert!(reading.problems.iter().any(|problem| problem.help.contains("--country")));
        assert_eq!(
            codes(&of("Mo-Fr 10:00-18:00; PH off", &ImportContext { country: Some("XX".to_owned()), ..december() })),
            ["E507"]
        );
    }

    #[test]
    fn errors_name_their_position() {
        let reading = of("Mo-Th 9-21", &context());
        assert!(reading.problems.iter().any(|problem| problem.message.contains("at character")));
        assert_eq!(codes(&of("Mo-Fr 10:00-sunset", &context())), ["E505"]);
        assert_eq!(codes(&of("Mo-Fr 10:00+", &context())), ["E505"]);
        assert_eq!(codes(&of("Sa 10:00-12:00 unknown", &context())), ["W509"]);
        assert_eq!(codes(&of("Sa 10:00-12:00 \"by appointment\"", &context())), ["W509"]);
    }
}
