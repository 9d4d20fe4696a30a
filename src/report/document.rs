//! What stands in the report? Everything that the page shows, as plain data.

use super::chapter::{Chapter, chapters};
use super::enclosed::enclosed;
use super::fingerprint::{Fingerprint, ident};
use super::method::method;
use super::public::{counted_problems, how_people_are_shown};
use super::stories::tell;
use super::what_if::{WhatIf, WhatIfParts, what_if};
use crate::analysis::Results;
use crate::chart::{Chart, Drawn};
use crate::finding::{Finding, hours_a_week, reachable_is_at_least, source_line};
use crate::import::SETTINGS;
use crate::import::foreign::Receipt;
use crate::problem::{Problem, Problems, Severity};
use crate::say;
use crate::scenario::DepartmentSwaps;
use crate::study::{Assume, InputFile, PeopleShown, Settings, Story, period_in_words};
use crate::table::Table;
use crate::text::capital;
use crate::wording::{comma_list, number, percent};
use std::collections::BTreeMap;

/// Rows of a table that the page shows; the file has them all.
const MOST_ROWS: usize = 60;
/// Problems that the page shows one by one.
const MOST_PROBLEMS: usize = 200;

/// One large number at the head of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The number with its unit.
    pub number: String,
    /// What it counts.
    pub label: String,
}

/// A chart with its table.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its number in the report, from 1.
    pub number: usize,
    /// The chart.
    pub chart: Chart,
    /// The names of the table's columns.
    pub columns: Vec<&'static str>,
    /// What each of them means.
    pub meanings: Vec<(&'static str, String)>,
    /// Stories that it illuminates.
    pub stories: Vec<Story>,
    /// The first rows of its table.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are.
    pub n_rows: usize,
}

/// One setting as it was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// Its name in the file.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether it is the default.
    pub is_default: bool,
    /// What it is, and why the default is what it is.
    pub why: &'static str,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// Error, warning or note, and the code.
    pub kind: String,
    /// File, line and cell.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What was done about it.
    pub done: String,
}

/// The report.
#[derive(Clone, Debug)]
pub struct Document {
    /// The title.
    pub title: String,
    /// The question that it answers, in a sentence.
    pub question: String,
    /// The library's name; may be empty.
    pub library: String,
    /// The dates analyzed, in words.
    pub period: String,
    /// Where its figures come from, in words.
    pub source: String,
    /// Library, period and people.
    pub subtitle: String,
    /// What a reader must know before the first number, if anything.
    pub caution: Option<String>,
    /// Large numbers.
    pub headlines: Vec<Headline>,
    /// The claims.
    pub findings: Vec<Finding>,
    /// What changes would win and cost, or how another study or period differs.
    pub what_if: Option<WhatIf>,
    /// Topic by topic, claims and charts with their tables.
    pub chapters: Vec<Chapter>,
    /// Why charts are left out.
    pub left_out: Vec<String>,
    /// Impact stories that stand at no figure.
    pub stories: Vec<Story>,
    /// The settings in force.
    pub settings: Vec<SettingRow>,
    /// The files.
    pub inputs: Vec<InputFile>,
    /// The problems, in words.
    pub problem_count: String,
    /// The problems.
    pub problems: Vec<ProblemRow>,
    /// How many more there are.
    pub n_more_problems: usize,
    /// Receipts of what was imported from other files.
    pub receipts: Vec<Receipt>,
    /// The rules.
    pub method: Vec<(String, String)>,
    /// What it was made from.
    pub fingerprints: Vec<Fingerprint>,
    /// Tables beside the page.
    pub tables: Vec<(&'static str, String)>,
    /// Tables within the page, as CSV.
    pub enclosed: BTreeMap<&'static str, String>,
}

/// What a report is made from.
pub struct Parts<'a> {
    /// The results.
    pub results: &'a Results,
    /// The claims.
    pub findings: Vec<Finding>,
    /// A comparison, where there is one.
    pub what_if: Option<WhatIfParts<'a>>,
    /// What swaps would give departments.
    pub department_swaps: &'a DepartmentSwaps,
    /// The charts.
    pub drawn: Vec<Drawn>,
    /// The tables.
    pub tables: &'a [Table],
    /// Tables that are left out, and why.
    pub tables_left_out: Vec<String>,
    /// The files.
    pub inputs: &'a [InputFile],
    /// The problems.
    pub problems: &'a Problems,
    /// Receipts of imports.
    pub receipts: Vec<Receipt>,
    /// Fingerprints.
    pub fingerprints: Vec<Fingerprint>,
}

/// Puts the report together.
#[must_use]
pub fn document(parts: Parts<'_>) -> Document {
    let results = parts.results;
    let mut figures = Vec::new();
    let mut left_out = Vec::new();
    for drawn in parts.drawn {
        match drawn {
            Drawn::Chart(chart) => figures.push(figure(*chart, parts.tables)),
            Drawn::LeftOut(_, why) => left_out.push(why),
        }
    }
    left_out.extend(parts.tables_left_out);
    let is_public = results.settings.people_shown == PeopleShown::Public;
    if is_public && !parts.receipts.is_empty() {
        left_out.push(say!("public-receipts"));
    }
    let (problems, n_more_problems) = problem_rows(results, parts.problems);
    let mut document = Document {
        title: results.settings.title.clone(),
        question: question(&results.settings),
        library: results.settings.library.clone(),
        period: period_in_words(&results.period),
        source: source_line(results),
        subtitle: subtitle(results),
        caution: caution(results),
        headlines: headlines(results),
        findings: parts.findings,
        what_if: parts.what_if.map(|own| what_if(own, parts.tables)),
        chapters: chapters(results, parts.department_swaps, figures),
        left_out,
        stories: Vec::new(),
        settings: settings_rows(&results.settings),
        inputs: parts.inputs.to_vec(),
        problem_count: parts.problems.in_words(),
        n_more_problems,
        problems,
        receipts: if is_public { Vec::new() } else { parts.receipts },
        method: method(results),
        fingerprints: parts.fingerprints,
        tables: parts.tables.iter().map(|table| (table.name, table.about.clone())).collect(),
        enclosed: enclosed(parts.tables),
    };
    for (n, figure) in document.figures_mut().enumerate() {
        figure.number = n + 1;
    }
    tell(&results.stories, &mut document);
    document
}

/// The question, as the library asks it or as anybody would.
fn question(settings: &Settings) -> String {
    if settings.question.is_empty() { say!("brief-question") } else { settings.question.clone() }
}

fn subtitle(results: &Results) -> String {
    let mut counts = Vec::new();
    if results.shown.len() > 1 {
        counts.push(say!("branches", n = results.shown.len()));
    }
    counts.push(say!("people", n = results.time_totals().n_people));
    if !results.outcomes.is_empty() {
        counts.push(say!("partners", n = results.outcomes.len()));
    }
    let period = capital(&period_in_words(&results.period));
    let counted = say!("report-period-and-counts", period = period, counts = comma_list(&counts));
    if results.settings.library.is_empty() {
        return counted;
    }
    [say!("sentence", clause = &results.settings.library), counted].join(" ")
}

fn caution(results: &Results) -> Option<String> {
    let mut said = Vec::new();
    if results.n_assumed_dates > 0 {
        let what = match results.settings.assume {
            Assume::DeskSpan => say!("caution-at-least"),
            Assume::OpenHours => say!("caution-at-most"),
            Assume::Unknown => say!("caution-unknown"),
        };
        said.push(say!("caution-not-given", n = results.n_assumed_people, what = what));
        said.push(say!("caution-mend"));
    }
    if results.n_left_out > 0 {
        said.push(say!("caution-left-out", n = results.n_left_out));
    }
    if results.settings.people_shown == PeopleShown::Public {
        said.extend(how_people_are_shown(results));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn headlines(results: &Results) -> Vec<Headline> {
    let time = results.time_totals();
    let outcomes = results.outcome_totals();
    let is_at_least = results.is_at_least();
    let mut headlines = vec![
        Headline {
            number: percent(time.desk().share_of(time.on_shift)),
            label: say!("headline-desk", is_at_most = is_at_least),
        },
        Headline {
            number: hours_a_week(results, time.usable),
            label: say!("headline-usable", is_at_least = is_at_least),
        },
    ];
    if !outcomes.window().is_zero() {
        let reachable = outcomes.of(crate::analysis::Outcome::Reachable);
        headlines.push(Headline {
            number: percent(reachable.share_of(outcomes.window())),
            label: say!(
                "headline-reachable",
                is_at_least = reachable_is_at_least(results),
                reachable = hours_a_week(results, reachable),
                window = hours_a_week(results, outcomes.window()),
            ),
        });
    }
    headlines
}

impl Document {
    /// Every figure, in the order of the report.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let compared = self.what_if.iter().flat_map(|what_if| &what_if.figures);
        compared.chain(self.chapters.iter().flat_map(|chapter| &chapter.figures))
    }

    /// Every story, those beside figures first.
    pub fn all_stories(&self) -> impl Iterator<Item = &Story> {
        self.figures().flat_map(|figure| &figure.stories).chain(&self.stories)
    }

    /// One hash of everything that the report was made from, in hexadecimal.
    #[must_use]
    pub fn ident(&self) -> String {
        ident(&self.fingerprints)
    }

    /// What stands at the foot of each page: whose figures these are, and of when.
    #[must_use]
    pub fn foot(&self) -> String {
        if self.library.is_empty() { self.period.clone() } else { format!("{}, {}", self.library, self.period) }
    }

    pub(super) fn figures_mut(&mut self) -> impl Iterator<Item = &mut Figure> {
        let compared = self.what_if.iter_mut().flat_map(|what_if| &mut what_if.figures);
        compared.chain(self.chapters.iter_mut().flat_map(|chapter| &mut chapter.figures))
    }
}

/// A chart with its table.
pub(super) fn figure(chart: Chart, tables: &[Table]) -> Figure {
    let table = tables.iter().find(|table| table.name == chart.table);
    Figure {
        number: 0,
        stories: Vec::new(),
        columns: table.map_or_else(Vec::new, |table| table.columns.iter().map(|(name, _)| *name).collect()),
        meanings: table.map_or_else(Vec::new, |table| table.columns.clone()),
        rows: table.map_or_else(Vec::new, |table| table.first_rows(MOST_ROWS)),
        n_rows: table.map_or(0, Table::n_rows),
        chart,
    }
}

/// The problems that the page shows, and how many more there are; for the public, by their kinds.
fn problem_rows(results: &Results, problems: &Problems) -> (Vec<ProblemRow>, usize) {
    if results.settings.people_shown == PeopleShown::Public {
        return (counted_problems(problems), 0);
    }
    let is_shown = |problem: &&Problem| problem.severity() != Severity::Note || results.n_left_out == 0;
    let rows: Vec<ProblemRow> = problems.iter().filter(is_shown).take(MOST_PROBLEMS).map(problem_row).collect();
    let n_more = problems.counts().values().sum::<usize>() - rows.len();
    (rows, n_more)
}

fn problem_row(problem: &Problem) -> ProblemRow {
    let location = &problem.location;
    let mut place = vec![location.file.clone()];
    if location.line > 0 {
        place.push(say!("place-line", line = location.line.to_string()));
    }
    place.extend(location.address().map(|cell| say!("place-cell", cell = cell)));
    ProblemRow {
        kind: format!("{} {}", problem.severity().name(), problem.code.name()),
        place: comma_list(&place),
        message: problem.message.clone(),
        done: problem.done.clone(),
    }
}

fn settings_rows(settings: &Settings) -> Vec<SettingRow> {
    let date = |day: Option<crate::time::Day>| day.map_or(String::new(), |day| day.to_string());
    SETTINGS
        .iter()
        .map(|setting| {
            let value = match setting.name {
                "title" => settings.title.clone(),
                "library" => settings.library.clone(),
                "question" => settings.question.clone(),
                "paper" => settings.paper.name().to_owned(),
                "time_zone" => settings.time_zone.clone(),
                "from" => date(settings.from),
                "to" => date(settings.to),
                "weeks" => settings.rotation.map_or(String::new(), |rotation| rotation.n_weeks.to_string()),
                "starts" => date(settings.rotation.map(|rotation| rotation.starts)),
                "min_visit" => settings.min_visit.to_string(),
                "min_block" => settings.min_block.to_string(),
                "travel" => settings.travel.to_string(),
                "planning_per_visit_hour" => crate::wording::decimal(settings.planning_hours_per_visit_hour()),
                "default_minimum" => settings.default_minimum.to_string(),
                "building_minimum" => settings.building_minimum.to_string(),
                "max_stint" => settings.max_stint.to_string(),
                "desk_share_target" => settings.desk_share_target.map_or(String::new(), |target| target.to_string()),
                "practice" => settings.practice.map_or(String::new(), |is_shown| is_shown.to_string()),
                "hourly_rate" => settings.hourly_rate().map_or(String::new(), |rate| number(rate, 2)),
                _ => settings.assume.name().to_owned(),
            };
            let is_default = value == setting.default.trim_matches('"');
            let shown = if value.is_empty() { say!("setting-not-set") } else { value };
            let name = if setting.table.is_empty() {
                setting.name.to_owned()
            } else {
                format!("{}.{}", setting.table, setting.name)
            };
            SettingRow { name, value: shown, is_default, why: setting.why }
        })
        .collect()
}
