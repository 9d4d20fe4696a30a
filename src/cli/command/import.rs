//! `offdesk import`: what a branch really has, turned into files of a study.

use crate::cli::args::ImportArgs;
use crate::cli::disk::{DiskFolder, read_file, write_into_study};
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::import::Folder;
use crate::import::foreign::{
    KnownPerson, Merged, Options, PROFILES_FILE, Profiles, Receipt, SourceImport, Sourced, StudyFacts, Target,
    import_source, merge, preview, profile_name, receipt_names, study_facts,
};
use crate::problem::{Problems, Severity};
use crate::time::Day;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// One source with its decisions.
struct Source {
    profile: String,
    options: Options,
    import: SourceImport,
    sha256: String,
}

/// Reads the sources, says what was understood, and writes it where that is asked for.
///
/// # Errors
/// When a file cannot be read or written, or a flag cannot be followed.
pub fn run(args: &ImportArgs, printer: &mut Printer) -> Result<End, CliError> {
    let folder = args.study.is_dir().then(|| DiskFolder::open(&args.study)).transpose()?;
    let mut facts = study_facts(folder.as_ref().map(|folder| -> &dyn Folder { folder }), today());
    let profiles = read_profiles(folder.as_ref())?;
    let mut sources = Vec::new();
    for file in &args.files {
        sources.push(read_source(args, file, &profiles, &facts)?);
    }
    // a list of staff that is imported now tells who is meant in the other files
    let listed: Vec<KnownPerson> = sources.iter().flat_map(|source| people_of(&source.import)).collect();
    if !listed.is_empty() && sources.len() > 1 {
        facts.people.extend(listed);
        for (source, file) in sources.iter_mut().zip(&args.files) {
            if people_of(&source.import).is_empty() {
                *source = read_source(args, file, &profiles, &facts)?;
            }
        }
    }
    let mut problems = Problems::default();
    for source in &sources {
        show(source, printer)?;
        problems.append(source.import.all_problems());
    }
    let n_rows: usize =
        sources.iter().flat_map(|source| &source.import.sheets).map(|sheet| sheet.reading.drafts.len()).sum();
    if args.write && n_rows > 0 {
        write(args, folder.as_ref(), profiles, &sources, printer)?;
    } else if n_rows > 0 {
        let study = args.study.display();
        say(
            &format!(
                "Nothing is written yet. When this is right, run the same command with --write; it goes to {study}."
            ),
            printer,
        )?;
    } else {
        say("There is nothing to write.", printer)?;
    }
    Ok(if problems.n_of(Severity::Error) > 0 { End::Problems } else { End::Clean })
}

/// The people whom a list of staff names.
fn people_of(import: &SourceImport) -> Vec<KnownPerson> {
    let lists = import.sheets.iter().filter(|sheet| sheet.fit.target == Target::Staff);
    let drafts = lists.flat_map(|sheet| &sheet.reading.drafts);
    drafts.map(|draft| KnownPerson { name: draft.get("staff").to_owned(), aliases: Vec::new() }).collect()
}

/// The date on this machine's clock, for dates without a year.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the clock")]
fn today() -> Day {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    Day(i32::try_from(seconds / 86_400).unwrap_or(0))
}

fn read_profiles(folder: Option<&DiskFolder>) -> Result<Profiles, CliError> {
    let Some(bytes) = folder.and_then(|folder| folder.read(PROFILES_FILE).ok()) else { return Ok(Profiles::default()) };
    Profiles::read(&String::from_utf8_lossy(&bytes))
        .map_err(|reason| CliError::NoSuchThing(format!("{PROFILES_FILE} cannot be read: {reason}")))
}

fn read_source(args: &ImportArgs, path: &Path, profiles: &Profiles, facts: &StudyFacts) -> Result<Source, CliError> {
    let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let profile = args.profile.clone().unwrap_or_else(|| profile_name(&file));
    let options = options_of(args, &file)?.over(profiles.profile.get(&profile).cloned().unwrap_or_default());
    let bytes = read_file(path)?;
    let (import, sha256) = rayon::join(
        || import_source(&file, &bytes, &options, facts),
        || Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
    );
    let import = import.map_err(|bad| CliError::NoSuchThing(bad.0))?;
    Ok(Source { profile, options, import, sha256 })
}

fn options_of(args: &ImportArgs, file: &str) -> Result<Options, CliError> {
    Ok(Options {
        file: file.to_owned(),
        target: args.target.clone(),
        shape: args.shape.clone(),
        sheet: args.sheet.clone(),
        date_order: args.date_order.clone(),
        zone: args.zone.clone(),
        week_start: args.week_start.clone(),
        name: args.name.clone(),
        working_hours: args.working_hours.clone(),
        country: args.country.clone(),
        break_minutes: args.break_minutes,
        day: args.day.clone(),
        from: args.from.clone(),
        to: args.to.clone(),
        map: pairs("--map", &args.map)?,
        fill: pairs("--fill", &args.fill)?,
    })
}

fn pairs(flag: &str, texts: &[String]) -> Result<BTreeMap<String, String>, CliError> {
    let pair = |text: &String| {
        let (name, value) = text.split_once('=')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    };
    let bad = |text: &String| CliError::NoSuchThing(format!("{flag}: `{text}` is not NAME=VALUE"));
    texts.iter().map(|text| pair(text).ok_or_else(|| bad(text))).collect()
}

/// What was understood, then every problem with its place.
fn show(source: &Source, printer: &mut Printer) -> Result<(), CliError> {
    if printer.flags().json {
        let receipt = Receipt::of(&source.import, &source.profile, &source.sha256);
        printer.json(&serde_json::from_str(&receipt.to_json()).unwrap_or_default())?;
        return Ok(());
    }
    for line in preview(&source.import) {
        printer.line(&line)?;
    }
    printer.line("")?;
    let is_quiet = printer.flags().quiet;
    let problems = source.import.all_problems();
    printer.problems(&problems, |severity| !is_quiet || severity == Severity::Error, true)?;
    Ok(())
}

/// Writes rows, receipts and profiles, all together.
fn write(
    args: &ImportArgs,
    folder: Option<&DiskFolder>,
    mut profiles: Profiles,
    sources: &[Source],
    printer: &mut Printer,
) -> Result<(), CliError> {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        for (target, rows) in rows_by_target(&source.import) {
            let name = target.file().name;
            let old = files.get(name).map_or_else(|| text_of(folder, name), |pieces| pieces.concat());
            let fill = |column: &str| source.options.fill.get(column).cloned();
            let merged = merge(&old, target, &source.profile, &rows, &fill);
            say(&said(name, &source.profile, &merged), printer)?;
            files.insert(name.to_owned(), merged.pieces);
        }
        let receipt = Receipt::of(&source.import, &source.profile, &source.sha256);
        let (page, data) = receipt_names(&source.profile);
        say(&format!("  receipt: {page}"), printer)?;
        files.insert(page, vec![receipt.to_markdown()]);
        files.insert(data, vec![receipt.to_json()]);
        profiles.profile.insert(source.profile.clone(), source.import.decided(source.options.clone()));
    }
    files.insert(PROFILES_FILE.to_owned(), vec![profiles.render()]);
    write_into_study(&args.study, &files)?;
    let all: Vec<Problems> = sources.iter().map(|source| source.import.all_problems()).collect();
    let n_errors: usize = all.iter().map(|problems| problems.n_of(Severity::Error)).sum();
    if n_errors > 0 {
        let cells = if n_errors == 1 { "1 place".to_owned() } else { format!("{n_errors} places") };
        say(
            &format!("  not written: what {cells} of the sources say, which could not be read; the receipt lists them"),
            printer,
        )?;
    }
    say(&format!("Written. Next: offdesk check {}", args.study.display()), printer)
}

/// A line for a person; a machine has the receipt.
fn say(line: &str, printer: &mut Printer) -> Result<(), CliError> {
    if !printer.flags().json {
        printer.line(line)?;
    }
    Ok(())
}

fn text_of(folder: Option<&DiskFolder>, name: &str) -> String {
    let bytes = folder.and_then(|folder| folder.read(name).ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn rows_by_target(import: &SourceImport) -> BTreeMap<Target, Vec<Sourced<'_>>> {
    let mut rows: BTreeMap<Target, Vec<Sourced<'_>>> = BTreeMap::new();
    for sheet in &import.sheets {
        let own = rows.entry(sheet.fit.target).or_default();
        own.extend(sheet.reading.drafts.iter().map(|draft| Sourced { draft, label: &sheet.label }));
    }
    rows.retain(|_, rows| !rows.is_empty());
    rows
}

fn said(name: &str, profile: &str, merged: &Merged) -> String {
    let rows = |n: usize| if n == 1 { "1 row".to_owned() } else { format!("{n} rows") };
    let replaced = if merged.n_replaced > 0 {
        format!(" in place of {} from `{profile}`", merged.n_replaced)
    } else {
        String::new()
    };
    let earlier = if merged.n_earlier > 0 {
        format!("; {} of `{profile}` on other dates stay", rows(merged.n_earlier))
    } else {
        String::new()
    };
    let kept =
        if merged.n_kept > 0 { format!("; {} of other sources stay", rows(merged.n_kept)) } else { String::new() };
    let same = if merged.n_same > 0 {
        format!(
            "\n  {name}: {} stand there already from another source or typed by hand: is one of the two too many?",
            rows(merged.n_same)
        )
    } else {
        String::new()
    };
    format!("  {name}: {}{replaced}{earlier}{kept}{same}", rows(merged.n_written))
}
