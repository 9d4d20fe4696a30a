//! The language in which tests say what a source comes to: whose row, where, when, what.

use offdesk::import::foreign::{Draft, DraftDays, Options, SourceImport, Target};
use offdesk::problem::Problem;
use offdesk::time::WEEKDAY_NAMES;
use std::collections::{BTreeMap, BTreeSet};

/// Minutes by whose, where, when and what; a closed day or a row without times is one minute that no day has.
pub type Grid = BTreeMap<(String, String, String, String, String), BTreeSet<u32>>;

pub const NO_TIME: u32 = 9_999;

fn add(grid: &mut Grid, who: &str, branch: &str, day: &str, week: &str, what: &str, span: Option<(u32, u32)>) {
    let key = (who.to_owned(), branch.to_owned(), day.to_owned(), week.to_owned(), what.trim().to_owned());
    let minutes = grid.entry(key).or_default();
    match span {
        Some((start, end)) => minutes.extend(start..end),
        None => {
            minutes.insert(NO_TIME);
        }
    }
}

pub fn found(import: &SourceImport) -> Grid {
    let mut grid = Grid::new();
    for sheet in &import.sheets {
        for draft in &sheet.reading.drafts {
            let days: Vec<String> = match draft.days {
                DraftDays::On(day) => vec![day.to_string()],
                DraftDays::Weekly(days) => days.days().map(|day| WEEKDAY_NAMES[day].to_owned()).collect(),
                DraftDays::None => vec!["-".to_owned()],
            };
            for day in days {
                for week in weeks(draft) {
                    let (who, branch) = names(draft, sheet.fit.target);
                    let span = draft.span.map(|(start, end)| (u32::from(start), u32::from(end)));
                    add(&mut grid, who, branch, &day, &week, &what(draft, sheet.fit.target), span);
                }
            }
        }
    }
    grid
}

fn names(draft: &Draft, target: Target) -> (&str, &str) {
    match target {
        Target::Schedule | Target::Staff => (draft.get("staff"), draft.get("branch")),
        Target::Windows => (draft.get("stakeholder"), ""),
        Target::Hours | Target::Traffic => ("", draft.get("branch")),
    }
}

fn what(draft: &Draft, target: Target) -> String {
    match target {
        Target::Schedule => format!("{} {}", draft.get("activity"), draft.get("desk")),
        Target::Windows => draft.get("certainty").to_owned(),
        Target::Hours => String::new(),
        Target::Staff => draft.get("role").to_owned(),
        Target::Traffic => format!("{} {}", draft.get("desk"), draft.get("count")),
    }
}

fn weeks(draft: &Draft) -> Vec<String> {
    let weeks = draft.get("week");
    if weeks.is_empty() { vec!["-".to_owned()] } else { weeks.split('/').map(ToOwned::to_owned).collect() }
}

pub fn expected(lines: &[&str]) -> Grid {
    let mut grid = Grid::new();
    for line in lines {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or("");
        let minutes = |time: &str| -> u32 {
            let (hour, minute) = time.split_once(':').expect("a time");
            hour.parse::<u32>().unwrap() * 60 + minute.parse::<u32>().unwrap()
        };
        let span = cell(4).split_once('-').filter(|(start, _)| start.contains(':'));
        let span = span.map(|(start, end)| (minutes(start), minutes(end)));
        let days: Vec<&str> = if cell(2) == "Mon-Sun" { WEEKDAY_NAMES.to_vec() } else { vec![cell(2)] };
        for day in days {
            for week in cell(3).split('/') {
                add(&mut grid, cell(0), cell(1), day, week, &format!("{} {}", cell(5), cell(6)), span);
            }
        }
    }
    grid
}

/// Options such as `week-start=sunday; name=Clinic`.
pub fn options(text: &str) -> Options {
    let mut decided = Options::default();
    for option in text.split(';').map(str::trim).filter(|option| !option.is_empty()) {
        let (name, value) = option.split_once('=').expect("name=value");
        let text = Some(value.to_owned());
        match name {
            "week-start" => decided.week_start = text,
            "name" => decided.name = text,
            "country" => decided.country = text,
            "zone" => decided.zone = text,
            "from" => decided.from = text,
            "to" => decided.to = text,
            "as" => decided.target = text,
            "shape" => decided.shape = text,
            "map" => {
                let pair = |pair: &str| pair.split_once('=').map(|(name, field)| (name.to_owned(), field.to_owned()));
                decided.map = value.split(',').filter_map(pair).collect();
            }
            other => panic!("no option {other}"),
        }
    }
    decided
}

/// One source, as a text of cases describes it.
pub struct Case {
    /// The file's name.
    pub file: &'static str,
    /// How it is to be read.
    pub options: Options,
    /// Problems: code and cell.
    pub raised: Vec<String>,
    /// The sum of minutes, and over how many weeks, where it is given.
    pub sum: Option<(u64, usize)>,
    /// Rows.
    pub rows: Vec<&'static str>,
}

/// Reads a text of cases.
pub fn cases(text: &'static str) -> Vec<Case> {
    let case = |section: &'static str| {
        let mut lines = section.lines();
        let head = lines.next().unwrap_or_default();
        let (file, decided) = head.split_once(' ').unwrap_or((head, ""));
        let mut case = Case { file, options: options(decided), raised: Vec::new(), sum: None, rows: Vec::new() };
        for line in lines.filter(|line| !line.trim().is_empty()) {
            if let Some(raised) = line.strip_prefix('!') {
                case.raised.push(raised.trim().to_owned());
            } else if let Some(sum) = line.strip_prefix('=') {
                let numbers: Vec<u64> = sum.split_whitespace().map(|number| number.parse().unwrap()).collect();
                case.sum = Some((numbers[0], numbers.get(1).map_or(1, |n| usize::try_from(*n).unwrap())));
            } else {
                case.rows.push(line);
            }
        }
        case
    };
    text.split("\n## ").skip(1).map(case).collect()
}

/// The problems of an import, each as its code and its cell.
pub fn raised(import: &SourceImport) -> BTreeSet<String> {
    let place =
        |problem: &Problem| format!("{} {}", problem.code.name(), problem.location.address().unwrap_or_default());
    import.all_problems().iter().map(|problem| place(problem).trim().to_owned()).collect()
}
