//! One source file, from its bytes to the rows of a study: opened, recognized, read, and its names settled.

use super::bookings::{DoubleBooking, find_double_bookings, leave_out_repeats};
use super::container::{decode, find_delimiter, is_workbook, read_text, read_workbook};
use super::draft::{Draft, Target};
use super::facts::StudyFacts;
use super::names::{Joined, join_names};
use super::options::{BadOption, Options};
use super::reading::{ImportContext, SheetReading};
use super::recognize::{Recognized, read, recognize};
use super::shape::Fit;
use super::shape::calendar::{is_calendar, read as read_calendar_file};
use super::shape::hours_json::read_hours_json;
use super::sheet::Sheet;
use crate::problem::{Code, Problem, Problems};
use crate::text::Location;

/// One sheet that was read.
#[derive(Clone, Debug)]
pub struct SheetImport {
    /// The sheet.
    pub sheet: Sheet,
    /// The file, and the sheet where it has several.
    pub label: String,
    /// How it was understood.
    pub fit: Fit,
    /// What came of it.
    pub reading: SheetReading,
    /// Spellings that were joined.
    pub joined: Vec<Joined>,
    /// People in two places at once.
    pub double_bookings: Vec<DoubleBooking>,
}

/// One source file that was read.
#[derive(Clone, Debug, Default)]
pub struct SourceImport {
    /// Its name.
    pub file: String,
    /// How its bytes were read: encoding, delimiter, sheets.
    pub container: String,
    /// Its sheets that hold something to import.
    pub sheets: Vec<SheetImport>,
    /// Sheets that were not recognized, or not asked for.
    pub passed_over: Vec<String>,
    /// Problems of the file as a whole.
    pub problems: Problems,
}

impl SourceImport {
    /// The decisions of a person with those that were found: so the next export is read the same way.
    #[must_use]
    pub fn decided(&self, mut options: Options) -> Options {
        if let [only] = &self.sheets[..] {
            let found = (only.fit.target.name(), only.fit.shape.name());
            options.target.get_or_insert_with(|| found.0.to_owned());
            options.shape.get_or_insert_with(|| found.1.to_owned());
        }
        let order = self.sheets.iter().find_map(|sheet| sheet.reading.date_order);
        if let Some(order) = order {
            options.date_order.get_or_insert_with(|| order.name().to_owned());
        }
        options
    }

    /// Every problem, in the order of the file.
    #[must_use]
    pub fn all_problems(&self) -> Problems {
        let mut all = self.problems.clone();
        for sheet in &self.sheets {
            all.append(sheet.reading.problems.clone());
        }
        all.sort();
        all
    }
}

/// Reads one source file.
///
/// # Errors
/// When a decision of `options` cannot be followed.
pub fn import_source(
    file: &str,
    bytes: &[u8],
    options: &Options,
    facts: &StudyFacts,
) -> Result<SourceImport, BadOption> {
    let context = options.context(facts.today, facts.period, Some(&facts.zone))?;
    let mut import = SourceImport { file: file.to_owned(), ..SourceImport::default() };
    if is_workbook(bytes) {
        match read_workbook(file, bytes) {
            Ok(sheets) => take_sheets(sheets, options, &context, facts, &mut import)?,
            Err(refusal) => {
                let (says, help) = refusal.in_words();
                import.problems.push(
                    Problem::new(Code::E501, Location::of_file(file)).says(says).done("nothing is imported").help(help),
                );
            }
        }
        return Ok(import);
    }
    if is_named_as_workbook(file) && bytes.contains(&0) {
        import.problems.push(
            Problem::new(Code::E501, Location::of_file(file))
                .says("the file is named as a workbook, and is none")
                .done("nothing is imported")
                .help("open it in a spreadsheet and save it again, or export it again"),
        );
        return Ok(import);
    }
    let decoded = decode(bytes);
    decoded.encoding.clone_into(&mut import.container);
    if decoded.is_guessed {
        import.problems.push(
            Problem::new(Code::W515, Location::of_file(file))
                .says(format!("the text is taken for {}, by its letters", decoded.encoding))
                .done("letters with accents depend on it; times do not")
                .help("look at names with accents; if they are wrong, save the file as CSV UTF-8"),
        );
    }
    if is_calendar(&decoded.text) {
        import.container = format!("{}, a calendar", decoded.encoding);
        let (fit, sheet, reading) = read_calendar_file(file, &decoded.text, &context);
        import.sheets.push(settle(sheet, fit, reading, facts));
        return Ok(import);
    }
    if let Some((fit, sheet, reading)) = read_hours_json(file, &decoded.text, &context) {
        import.container = format!("{}, JSON", decoded.encoding);
        import.sheets.push(settle(sheet, fit, reading, facts));
        return Ok(import);
    }
    let delimiter = find_delimiter(&decoded.text);
    let name = match delimiter {
        b'\t' => "tabs",
        b';' => "semicolons",
        b'|' => "bars",
        _ => "commas",
    };
    import.container = format!("{}, cells between {name}", decoded.encoding);
    let sheet = read_text(file, &decoded.text, delimiter, &mut import.problems);
    take_sheets(vec![sheet], options, &context, facts, &mut import)?;
    Ok(import)
}

fn is_named_as_workbook(file: &str) -> bool {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ["xlsx", "xlsm", "xls", "ods", "xlsb"].contains(&ending.as_str())
}

/// What to do with a sheet that is not recognized, by what it was said to be.
fn help_with(target: Option<Target>) -> String {
    let columns = match target.unwrap_or(Target::Schedule) {
        Target::Schedule => "Who=staff,When=date,From=start,To=end",
        Target::Hours => "Where=branch,Day=day,Opens=open,Closes=close",
        Target::Windows => "Partner=stakeholder,Day=day,From=start,To=end",
        Target::Staff => "Name=staff,Job=role,Team=department",
        Target::Traffic => "Day=date,Hour=hour,Visits=count",
    };
    let kind = target.unwrap_or(Target::Schedule).name();
    format!("say what it is and what its columns mean, such as: --as {kind} --map \"{columns}\"")
}

fn take_sheets(
    sheets: Vec<Sheet>,
    options: &Options,
    context: &ImportContext,
    facts: &StudyFacts,
    import: &mut SourceImport,
) -> Result<(), BadOption> {
    if import.container.is_empty() {
        import.container = format!("workbook, {} sheet{}", sheets.len(), if sheets.len() == 1 { "" } else { "s" });
    }
    let is_wanted = |sheet: &Sheet| options.sheet.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(&sheet.name));
    if let Some(name) = &options.sheet
        && !sheets.iter().any(is_wanted)
    {
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        return Err(BadOption(format!("--sheet: there is no sheet `{name}`; the sheets are {}", names.join(", "))));
    }
    let n_sheets = sheets.iter().filter(|sheet| is_wanted(sheet)).count();
    for sheet in sheets {
        if !is_wanted(&sheet) {
            import.passed_over.push(sheet.name);
            continue;
        }
        match recognize(&sheet, options.target()?, options.shape()?, options) {
            Recognized::As(fit) => import.sheets.push(finish(sheet, fit, context, facts)),
            Recognized::Not if n_sheets > 1 => import.passed_over.push(sheet.name),
            Recognized::Not => not_recognized(&sheet, options.target()?, import),
            Recognized::Either(fits) => either(&sheet, &fits, import),
        }
    }
    if import.sheets.is_empty() && import.problems.n_of(crate::problem::Severity::Error) == 0 {
        let says = format!("none of the sheets is recognized: {}", import.passed_over.join(", "));
        import.problems.push(
            Problem::new(Code::E502, Location::of_file(&import.file))
                .says(says)
                .done("nothing is imported")
                .help(help_with(options.target()?)),
        );
    }
    Ok(())
}

fn not_recognized(sheet: &Sheet, target: Option<Target>, import: &mut SourceImport) {
    let row = (0..sheet.n_rows()).find(|row| !sheet.is_blank_row(*row) && !sheet.is_comment(*row));
    let place = row.map_or_else(|| Location::of_file(&sheet.file), |row| sheet.row_location(row));
    let says = if row.is_some() {
        "this is no schedule, hours, windows, staff or traffic that offdesk knows"
    } else {
        "the file holds nothing"
    };
    import
        .problems
        .push(Problem::new(Code::E502, place).says(says).done("nothing is imported").help(help_with(target)));
}

fn either(sheet: &Sheet, fits: &[Fit], import: &mut SourceImport) {
    let names: Vec<&str> = fits.iter().map(|fit| fit.target.name()).collect();
    import.problems.push(
        Problem::new(Code::E502, sheet.row_location(fits.first().and_then(|fit| fit.header).unwrap_or(0)))
            .says(format!("the sheet may be {}", names.join(" or ")))
            .done("nothing is imported")
            .help(format!("say which: --as {}", names.join(" or --as "))),
    );
}

fn finish(mut sheet: Sheet, fit: Fit, context: &ImportContext, facts: &StudyFacts) -> SheetImport {
    let context = ImportContext { target: fit.target, ..context.clone() };
    sheet.header = fit.header;
    let reading = read(&sheet, &fit, &context);
    settle(sheet, fit, reading, facts)
}

/// Settles names, repeats and double bookings.
fn settle(sheet: Sheet, fit: Fit, mut reading: SheetReading, facts: &StudyFacts) -> SheetImport {
    let joined = match fit.target {
        Target::Schedule | Target::Staff => join_names(&sheet, &facts.people, &mut reading),
        _ => Vec::new(),
    };
    reading.drafts.iter_mut().for_each(Draft::put_on_its_day);
    leave_out_repeats(&sheet, &mut reading);
    let double_bookings = find_double_bookings(&sheet, fit.target, &mut reading);
    SheetImport { label: sheet.label(), sheet, fit, reading, joined, double_bookings }
}
