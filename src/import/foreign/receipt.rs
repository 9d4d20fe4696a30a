//! What did an import do, and on what does it rest? Kept beside the study, for a person and for machines.

use super::cell::Confidence;
use super::profiles::{PROFILES_FILE, Profiles};
use super::source::SourceImport;
use crate::import::folder::Folder;
use crate::time::Minutes;
use serde::{Deserialize, Serialize};

/// One thing that was assumed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptAssumption {
    /// The sheet.
    pub sheet: String,
    /// The rule's name.
    pub rule: String,
    /// What was assumed.
    pub assumed: String,
    /// sure, likely or guess.
    pub confidence: String,
    /// How many cells.
    pub n_cells: usize,
    /// How many minutes rest on it.
    pub minutes: u64,
    /// The first cells: address, as written, as taken.
    pub examples: Vec<(String, String, String)>,
}

/// One problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptProblem {
    /// Its code.
    pub code: String,
    /// error, warning or note.
    pub severity: String,
    /// File, sheet and cell.
    pub place: String,
    /// The cell as it is written.
    pub value: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptSheet {
    /// The file and the sheet.
    pub sheet: String,
    /// The canonical file.
    pub into: String,
    /// The shape, in words.
    pub shape: String,
    /// Rows of the source that hold data.
    pub n_read: usize,
    /// Rows of the source of which something was taken.
    pub n_used: usize,
    /// Rows of the source of which nothing was taken.
    pub n_left_out: usize,
    /// Cells that were repaired or read by a rule.
    pub n_repaired: usize,
    /// Rows of the study that were made.
    pub n_rows: usize,
    /// Their minutes.
    pub minutes: u64,
    /// Totals of the source that were compared with its rows, and how many of them agree.
    pub totals_checked: usize,
    /// How many of them agree.
    pub totals_agree: usize,
}

/// The receipt of one import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The profile.
    pub profile: String,
    /// The source file.
    pub file: String,
    /// SHA-256 of the source file.
    pub sha256: String,
    /// Encoding and delimiter, or the kind of workbook.
    pub container: String,
    /// Its sheets.
    pub sheets: Vec<ReceiptSheet>,
    /// Sheets that were not read.
    pub passed_over: Vec<String>,
    /// What was assumed.
    pub assumptions: Vec<ReceiptAssumption>,
    /// Spellings that were joined: as written, as taken.
    pub names_joined: Vec<(String, String)>,
    /// People in two places at once.
    pub double_bookings: Vec<String>,
    /// Problems.
    pub problems: Vec<ReceiptProblem>,
    /// What a person should confirm.
    pub to_confirm: Vec<String>,
    /// Problems beyond those that are listed.
    pub n_more_problems: usize,
}

/// Problems that a receipt lists one by one.
const LISTED: usize = 500;

/// The names of a profile's two receipts within the study.
#[must_use]
pub fn receipt_names(profile: &str) -> (String, String) {
    (format!("imports/{profile}.receipt.md"), format!("imports/{profile}.receipt.json"))
}

/// The receipts of a study, by profile.
#[must_use]
pub fn read_receipts(folder: &dyn Folder) -> Vec<Receipt> {
    let text = |name: &str| folder.read(name).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let profiles = text(PROFILES_FILE).and_then(|text| Profiles::read(&text).ok()).unwrap_or_default();
    let receipt = |profile: &String| Receipt::from_json(&text(&receipt_names(profile).1)?);
    profiles.profile.keys().filter_map(receipt).collect()
}

impl Receipt {
    /// The receipt of an import.
    #[must_use]
    pub fn of(import: &SourceImport, profile: &str, sha256: &str) -> Receipt {
        let all = import.all_problems();
        let problems: Vec<ReceiptProblem> = all.iter().take(LISTED).map(problem).collect();
        let n_all: usize = all.counts().values().sum();
        let mut receipt = Receipt {
            profile: profile.to_owned(),
            file: import.file.clone(),
            sha256: sha256.to_owned(),
            container: import.container.clone(),
            sheets: import.sheets.iter().map(sheet_line).collect(),
            passed_over: import.passed_over.clone(),
            assumptions: assumptions(import),
            n_more_problems: n_all - problems.len(),
            problems,
            ..Receipt::default()
        };
        for sheet in &import.sheets {
            receipt
                .names_joined
                .extend(sheet.joined.iter().map(|joined| (joined.written.clone(), joined.name.clone())));
            receipt
                .double_bookings
                .extend(sheet.double_bookings.iter().take(LISTED).map(|booking| booking.says.clone()));
        }
        receipt.names_joined.sort();
        receipt.names_joined.dedup();
        receipt.to_confirm = receipt.questions();
        receipt
    }

    /// Guesses, and what could not be decided.
    fn questions(&self) -> Vec<String> {
        let guesses = self.assumptions.iter().filter(|one| one.confidence == Confidence::Guess.name()).map(|one| {
            let example = one.examples.first().map_or_else(String::new, |(cell, written, taken)| {
                let written = written.replace('\n', " ");
                format!(" (first in {cell}: `{written}` taken for {taken})")
            });
            format!("{}: {} cell{}{example}", one.assumed, one.n_cells, if one.n_cells == 1 { "" } else { "s" })
        });
        let asked = ["E502", "E503", "E504", "E507", "E508", "W509", "W512", "W518"];
        let open = self.problems.iter().filter(|problem| asked.contains(&problem.code.as_str()));
        guesses.chain(open.map(|problem| format!("{}: {}", problem.place, problem.message))).collect()
    }

    /// The receipt as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads a receipt back.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Receipt> {
        serde_json::from_str(text).ok()
    }

    /// The receipt as a page for a person.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut page = format!("# Import of {}\n\n", plain(&self.file));
        page +=
            &format!("Profile `{}`; {}. SHA-256 of the source: `{}`.\n\n", self.profile, self.container, self.sha256);
        for sheet in &self.sheets {
            page += &format!("- {}\n", sheet.in_words());
        }
        for name in &self.passed_over {
            page += &format!("- Sheet {}: not read\n", plain(name));
        }
        page += &list("What a person should confirm", &self.to_confirm);
        if !self.assumptions.is_empty() {
            page += "\n## What was assumed\n\n| assumption | how sure | cells | hours that rest on it | example |\n| --- | --- | --- | --- | --- |\n";
            for one in &self.assumptions {
                page += &one.row();
            }
        }
        let names: Vec<String> = self
            .names_joined
            .iter()
            .map(|(written, name)| format!("`{}` is {}", plain(written), plain(name)))
            .collect();
        page += &list("Names that were joined", &names);
        page += &list("Booked twice at one time", &self.double_bookings);
        let problems: Vec<String> = self
            .problems
            .iter()
            .map(|one| {
                format!("{} [{}] {}: {} {}", one.severity, one.code, plain(&one.place), plain(&one.message), one.help)
            })
            .collect();
        page += &list("Problems", &problems);
        if self.n_more_problems > 0 {
            page += &format!("- and {} more\n", self.n_more_problems);
        }
        page
    }
}

fn list(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| format!("- {}\n", line.replace('\n', " "))).collect();
    format!("\n## {title}\n\n{lines}")
}

/// A text of a source within a line of Markdown.
fn plain(text: &str) -> String {
    text.replace(['\n', '\r'], " ").replace('|', "\\|").replace('<', "&lt;")
}

impl ReceiptAssumption {
    fn row(&self) -> String {
        let example = self.examples.first().map_or_else(String::new, |(cell, written, taken)| {
            let written = if written.is_empty() { String::new() } else { format!("`{}` ", plain(written)) };
            format!("{cell}: {written}is {}", plain(taken))
        });
        format!("| {} | {} | {} | {} | {example} |\n", self.assumed, self.confidence, self.n_cells, self.hours())
    }

    /// The hours that rest on it; blank for none.
    #[must_use]
    pub fn hours(&self) -> String {
        if self.minutes == 0 { String::new() } else { hours(self.minutes) }
    }
}

impl ReceiptSheet {
    /// One line about the sheet.
    #[must_use]
    pub fn in_words(&self) -> String {
        let totals = if self.totals_checked > 0 {
            format!("; {} of {} totals agree", self.totals_agree, self.totals_checked)
        } else {
            String::new()
        };
        let time = if self.minutes > 0 { format!(" ({})", hours(self.minutes)) } else { String::new() };
        format!(
            "{}: {}; {} rows read, {} used, {} left out, {} cells read by a rule; {} rows{time} for {}{totals}",
            plain(&self.sheet),
            self.shape,
            self.n_read,
            self.n_used,
            self.n_left_out,
            self.n_repaired,
            self.n_rows,
            self.into
        )
    }
}

fn hours(minutes: u64) -> String {
    format!("{:.1} h", Minutes(i64::try_from(minutes).unwrap_or(i64::MAX)).hours())
}

fn sheet_line(sheet: &super::source::SheetImport) -> ReceiptSheet {
    let reading = &sheet.reading;
    ReceiptSheet {
        sheet: sheet.sheet.label(),
        into: sheet.fit.target.file().name.to_owned(),
        shape: sheet.fit.shape.words().to_owned(),
        n_read: reading.n_read,
        n_used: reading.n_read.saturating_sub(reading.n_left_out),
        n_left_out: reading.n_left_out,
        n_repaired: reading.assumed.values().map(|assumed| assumed.n_cells).sum(),
        n_rows: reading.drafts.len(),
        minutes: reading.minutes(),
        totals_checked: reading.totals.len(),
        totals_agree: reading.totals.iter().filter(|total| total.says_min == total.found_min).count(),
    }
}

fn assumptions(import: &SourceImport) -> Vec<ReceiptAssumption> {
    let mut all: Vec<(Confidence, ReceiptAssumption)> = Vec::new();
    for sheet in &import.sheets {
        for (rule, assumed) in &sheet.reading.assumed {
            all.push((
                rule.confidence(),
                ReceiptAssumption {
                    sheet: sheet.sheet.label(),
                    rule: rule.name().to_owned(),
                    assumed: rule.words().to_owned(),
                    confidence: rule.confidence().name().to_owned(),
                    n_cells: assumed.n_cells,
                    minutes: assumed.minutes,
                    examples: assumed.examples.clone(),
                },
            ));
        }
    }
    all.sort_by_key(|(confidence, _)| *confidence);
    all.into_iter().map(|(_, assumption)| assumption).collect()
}

fn problem(problem: &crate::problem::Problem) -> ReceiptProblem {
    let location = &problem.location;
    let place = match (location.address(), location.line) {
        (Some(address), _) => format!("{} {address}", location.file),
        (None, 0) => location.file.clone(),
        (None, line) => format!("{} row {line}", location.file),
    };
    ReceiptProblem {
        code: problem.code.name().to_owned(),
        severity: problem.severity().name().to_owned(),
        place,
        value: location.cell.as_ref().map_or_else(String::new, |cell| cell.value.clone()),
        message: problem.message.clone(),
        help: problem.help.clone(),
    }
}
