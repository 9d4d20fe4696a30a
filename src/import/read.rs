//! Reads a whole study: every file, one list of names, every problem.

use super::canonical::{
    COVERAGE, CanonicalFile, DUTIES, FILES, HOURS, SCHEDULE, SETTINGS_FILE, STAFF, STAKEHOLDERS, STORIES, TRAFFIC,
};
use super::cell::CellContext;
use super::coverage::{CoverageLine, CoverageReader};
use super::directory::Directory;
use super::duties::DutyReader;
use super::folder::Folder;
use super::hours::{HoursLine, HoursReader};
use super::line_reader::LineReader;
use super::numbering::{NO_BRANCH, StretchNumbers};
use super::people::{People, take_people};
use super::schedule::{ScheduleReader, Words};
use super::sheet::{RowReader, SheetRead, StretchRead, read_sheet};
use super::stakeholders::{WindowLine, WindowReader};
use super::stories::Mention;
use super::traffic::{TrafficLine, TrafficReader};
use super::validities::Validities;
use crate::problem::{Code, Problem, Problems};
use crate::study::{Activity, DeskId, InputFile, Settings, StaffId, Study};
use crate::text::Location;
use rayon::prelude::*;

/// A study, what is wrong with it, and its lines on demand.
pub struct Reading<'f> {
    /// The study: every row that could be used.
    pub study: Study,
    /// Every problem of every file, in order.
    pub problems: Problems,
    /// The lines of its files.
    pub lines: LineReader<'f>,
}

/// Reads every file of a study. `flags` are settings laid over those of the file. `shape` may change the settings
/// before the rest is read.
#[must_use]
pub fn read_study<'f>(folder: &'f dyn Folder, flags: &toml::Table, shape: &dyn Fn(&mut Settings)) -> Reading<'f> {
    let names = folder.files().unwrap_or_default();
    let mut problems = Problems::default();
    missing_and_unused(&names, &mut problems);
    let text = names
        .iter()
        .any(|name| name == SETTINGS_FILE.name)
        .then(|| folder.read(SETTINGS_FILE.name).unwrap_or_default());
    let text = text.map(|bytes| String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned());
    let mut settings = super::settings::read_settings(text.as_deref(), flags, &mut problems);
    shape(&mut settings);
    let words = Words(
        settings.activities.iter().filter_map(|(word, name)| Some((word.clone(), Activity::named(name)?))).collect(),
    );
    let study = Study { settings, ..Study::default() };
    let mut reader = StudyReader {
        folder,
        study,
        problems,
        lines: LineReader::new(folder),
        directory: Directory::default(),
        numbers: Vec::new(),
        validities: Validities::default(),
        mentions: Vec::new(),
        context: CellContext::default(),
        words,
        present: names,
    };
    reader.read();
    Reading { study: reader.study, problems: reader.problems, lines: reader.lines }
}

fn missing_and_unused(names: &[String], problems: &mut Problems) {
    for file in FILES.iter().filter(|file| file.is_required && !names.iter().any(|name| name == file.name)) {
        problems.push(
            Problem::new(Code::E101, Location::of_file(file.name))
                .says(format!("{} is missing", file.name))
                .help("`offdesk init DIR` writes a starter study with every file to fill in"),
        );
    }
    let is_ignored = |name: &str| {
        name == super::foreign::PROFILES_FILE
            || name == super::canonical::JOB_DESCRIPTION_FILE
            || name.starts_with('.')
            || name.to_lowercase().starts_with("readme")
            || name.starts_with("~$")
    };
    for name in names.iter().filter(|name| !is_ignored(name) && !FILES.iter().any(|file| file.name == name.as_str())) {
        let near = crate::problem::nearest(name, FILES.iter().map(|file| file.name));
        problems.push(
            Problem::new(Code::N106, Location::of_file(name))
                .says(format!("{name} is not a file that offdesk reads"))
                .done("it is left alone")
                .help(near.map_or_else(String::new, |near| format!("did you mean to name it `{near}`?"))),
        );
    }
}

pub(super) struct StudyReader<'f> {
    folder: &'f dyn Folder,
    pub(super) study: Study,
    pub(super) problems: Problems,
    pub(super) lines: LineReader<'f>,
    pub(super) directory: Directory,
    /// What the schedule's numbers stand for, by stretch.
    pub(super) numbers: Vec<StretchNumbers>,
    /// From when and until when rows hold.
    validities: Validities,
    /// What stories name, before partners are numbered.
    mentions: Vec<Mention>,
    context: CellContext,
    words: Words,
    present: Vec<String>,
}

/// Rows with names, before they are numbered.
pub(super) struct Lines {
    pub(super) hours: Vec<HoursLine>,
    pub(super) windows: Vec<WindowLine>,
    pub(super) coverage: Vec<CoverageLine>,
    pub(super) traffic: Vec<TrafficLine>,
}

/// A folder and the files that are in it.
struct Present<'a> {
    folder: &'a dyn Folder,
    names: &'a [String],
}

impl Present<'_> {
    /// Reads a file; nothing where it is not there.
    fn sheet<R: RowReader>(&self, file: &'static CanonicalFile, make: impl Fn() -> R + Sync) -> SheetRead<R> {
        if self.names.iter().any(|name| name == file.name) {
            read_sheet(self.folder, file, make)
        } else {
            SheetRead { stretches: Vec::new(), problems: Problems::default() }
        }
    }

    fn input(&self, file: &CanonicalFile) -> InputFile {
        let is_present = self.names.iter().any(|name| name == file.name);
        InputFile { name: file.name.to_owned(), is_present, n_rows: 0, n_left_out: 0, unlocks: file.unlocks }
    }
}

/// Files as they are read side by side; without stretches where they are not there.
struct Sheets<'w> {
    /// The people of the staff list, and its problems.
    people: (Directory, Problems, InputFile),
    windows: SheetRead<WindowReader>,
    coverage: SheetRead<CoverageReader>,
    traffic: SheetRead<TrafficReader>,
    duties: SheetRead<DutyReader<'w>>,
    schedule: SheetRead<ScheduleReader<'w>>,
}

impl<'w> Sheets<'w> {
    fn read(reading: &Present<'_>, context: CellContext, words: &'w Words) -> Sheets<'w> {
        let small = || {
            (
                take_people(reading.sheet(&STAFF, People::default), reading.input(&STAFF)),
                reading.sheet(&STAKEHOLDERS, || WindowReader { context, rows: Vec::new() }),
                reading.sheet(&COVERAGE, || CoverageReader { context, rows: Vec::new() }),
                reading.sheet(&TRAFFIC, || TrafficReader { context, rows: Vec::new() }),
                reading.sheet(&DUTIES, || DutyReader { words, rows: Vec::new() }),
            )
        };
        let large = || reading.sheet(&SCHEDULE, || ScheduleReader::new(context, words));
        let (schedule, (people, windows, coverage, traffic, duties)) = rayon::join(large, small);
        Sheets { people, windows, coverage, traffic, duties, schedule }
    }
}

impl StudyReader<'_> {
    fn read(&mut self) {
        self.context.rotation = self.study.settings.rotation;
        let context = self.context;
        let names = self.present.clone();
        let present = Present { folder: self.folder, names: &names };
        let hours = present.sheet(&HOURS, || HoursReader { context, rows: Vec::new() });
        let hours = self.rows_of(&HOURS, hours, |reader| reader.rows, |row| &mut row.line);
        let closes_after = |minute: u16| hours.iter().any(|row| row.open.is_some_and(|(_, close)| close >= minute));
        let opens_at_midnight = hours.iter().any(|row| row.open.is_some_and(|(open, _)| open == 0));
        self.context.is_open_overnight = closes_after(1441) || (closes_after(1440) && opens_at_midnight);
        let words = self.words.clone();
        let sheets = Sheets::read(&present, self.context, &words);
        let (directory, problems, input) = sheets.people;
        self.directory = directory;
        self.problems.append(problems);
        self.study.inputs.push(input);
        let windows = self.rows_of(&STAKEHOLDERS, sheets.windows, |reader| reader.rows, |row| &mut row.line);
        let coverage = self.rows_of(&COVERAGE, sheets.coverage, |reader| reader.rows, |row| &mut row.line);
        let traffic = self.rows_of(&TRAFFIC, sheets.traffic, |reader| reader.rows, |row| &mut row.line);
        self.study.duties = self.rows_of(&DUTIES, sheets.duties, |reader| reader.rows, |row| &mut row.line);
        self.take_schedule(sheets.schedule);
        self.read_stories();
        self.study.inputs.push(self.input(&SETTINGS_FILE));
        self.no_rows();
        self.study.inputs.sort_by_key(|input| FILES.iter().position(|file| file.name == input.name));
        let seen = self.number(&Lines { hours, windows, coverage, traffic });
        self.study.sources = super::sources::read_sources(self.folder, &self.study);
        super::cross_check::cross_check(&self.study, &seen, &mut self.lines, &mut self.problems);
        super::story_names::name_stories(&mut self.study, &self.mentions, &mut self.lines, &mut self.problems);
        self.problems.sort();
    }

    fn input(&self, file: &CanonicalFile) -> InputFile {
        Present { folder: self.folder, names: &self.present }.input(file)
    }

    /// The rows of all stretches of a file as one list, with their lines.
    fn rows_of<R, T>(
        &mut self,
        file: &'static CanonicalFile,
        sheet: SheetRead<R>,
        rows_of: impl Fn(R) -> Vec<T>,
        line_of: impl Fn(&mut T) -> &mut u32,
    ) -> Vec<T> {
        let mut input = self.input(file);
        let mut rows = Vec::new();
        self.problems.append(sheet.problems);
        self.lines.note_blocks(file.name, sheet.stretches.iter().flat_map(|read| &read.blocks).copied().collect());
        for read in sheet.stretches {
            input.n_rows += read.n_rows;
            input.n_left_out += read.n_left_out;
            self.problems.append(read.problems);
            for mut row in rows_of(read.reader) {
                *line_of(&mut row) += read.first_line;
                rows.push(row);
            }
        }
        self.study.inputs.push(input);
        rows
    }

    /// A required file with a header and nothing under it.
    fn no_rows(&mut self) {
        for input in &self.study.inputs {
            let is_required = FILES.iter().any(|file| file.is_required && file.name == input.name);
            if is_required
                && input.is_present
                && input.n_rows == 0
                && !self.problems.has(Code::E102)
                && !self.problems.has(Code::E103)
            {
                let problem = Problem::new(Code::E103, Location::of_file(&input.name))
                    .says(format!("{} has no rows", input.name));
                self.problems
                    .push(problem.help("add a row for each stretch of a day; `offdesk init DIR` writes examples"));
            }
        }
    }

    fn read_stories(&mut self) {
        let mut input = self.input(&STORIES);
        if input.is_present {
            let bytes = self.folder.read(STORIES.name).unwrap_or_default();
            (self.study.stories, self.mentions) = super::stories::read_stories(&String::from_utf8_lossy(&bytes));
            input.n_rows = self.study.stories.len();
        }
        self.study.inputs.push(input);
    }

    /// Takes the schedule; its rows keep the numbers of their stretch until all names are in order.
    fn take_schedule(&mut self, sheet: SheetRead<ScheduleReader<'_>>) {
        let mut input = self.input(&SCHEDULE);
        self.problems.append(sheet.problems);
        self.lines.note_blocks(SCHEDULE.name, sheet.stretches.iter().flat_map(|read| &read.blocks).copied().collect());
        // most people are on the staff list: they are looked up side by side, and only others are new
        let known = |read: &StretchRead<ScheduleReader<'_>>| -> Vec<Option<u32>> {
            read.reader.staff.names.iter().map(|name| self.directory.staff.known(name)).collect()
        };
        let known: Vec<Vec<Option<u32>>> = sheet.stretches.par_iter().map(known).collect();
        for (read, known) in sheet.stretches.into_iter().zip(known) {
            input.n_rows += read.n_rows;
            input.n_left_out += read.n_left_out;
            self.problems.append(read.problems);
            let numbers = self.numbers_of(&read.reader, &known, read.first_line);
            self.numbers.push(numbers);
            self.study.schedule.push(read.reader.rows);
        }
        self.study.validities = self.validities.list().to_vec();
        self.study.inputs.push(input);
    }

    fn numbers_of(&mut self, reader: &ScheduleReader<'_>, known: &[Option<u32>], first_line: u32) -> StretchNumbers {
        let staff = reader.staff.names.iter().zip(known);
        let staff = staff.map(|(name, known)| known.unwrap_or_else(|| self.directory.person(name)));
        StretchNumbers {
            staff: staff.map(StaffId).collect(),
            branches: reader
                .branches
                .names
                .iter()
                .map(|name| self.directory.branch(name).unwrap_or(NO_BRANCH))
                .collect(),
            desks: reader.desks.names.iter().map(|name| DeskId(self.directory.desk(name))).collect(),
            validities: reader.validities.list().iter().map(|validity| self.validities.number(*validity)).collect(),
            first_line,
        }
    }
}
