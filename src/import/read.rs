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
use super::schedule::{ScheduleReader, Words};
use super::sheet::{BLOCK_BYTES, RowReader, read_sheet};
use super::stakeholders::{WindowLine, WindowReader};
use super::traffic::{TrafficLine, TrafficReader};
use crate::problem::{Code, Problem, Problems};
use crate::study::{
    Activity, BranchId, CoverageRule, DeskId, HoursRow, InputFile, Names, ScheduleRow, Settings, StaffId, Stakeholder,
    StakeholderId, Study, TrafficRow, WindowRow,
};
use crate::text::Location;
use crate::time::Validity;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

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
    let is_ignored =
        |name: &str| name.starts_with('.') || name.to_lowercase().starts_with("readme") || name.starts_with("~$");
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

struct StudyReader<'f> {
    folder: &'f dyn Folder,
    study: Study,
    problems: Problems,
    lines: LineReader<'f>,
    directory: Directory,
    context: CellContext,
    words: Words,
    present: Vec<String>,
}

/// Rows with names, before they are numbered.
struct Lines {
    hours: Vec<HoursLine>,
    windows: Vec<WindowLine>,
    coverage: Vec<CoverageLine>,
    traffic: Vec<TrafficLine>,
}

impl StudyReader<'_> {
    fn read(&mut self) {
        self.context.rotation = self.study.settings.rotation;
        let mut input = self.input(&STAFF);
        super::people::read_people(self.folder, &mut self.directory, &mut self.problems, &mut input);
        self.study.inputs.push(input);
        let context = self.context;
        let hours =
            self.small(&HOURS, || HoursReader { context, rows: Vec::new() }, |reader| reader.rows, |row| &mut row.line);
        self.context.is_open_overnight = hours.iter().any(|row| row.open.is_some_and(|(_, close)| close > 1440));
        let context = self.context;
        let windows = self.small(
            &STAKEHOLDERS,
            || WindowReader { context, rows: Vec::new() },
            |reader| reader.rows,
            |row| &mut row.line,
        );
        let coverage = self.small(
            &COVERAGE,
            || CoverageReader { context, rows: Vec::new() },
            |reader| reader.rows,
            |row| &mut row.line,
        );
        let traffic = self.small(
            &TRAFFIC,
            || TrafficReader { context, rows: Vec::new() },
            |reader| reader.rows,
            |row| &mut row.line,
        );
        let words = self.words.clone();
        self.study.duties = self.small(
            &DUTIES,
            || DutyReader { words: &words, rows: Vec::new() },
            |reader| reader.rows,
            |row| &mut row.line,
        );
        self.read_stories();
        self.read_schedule();
        self.study.inputs.push(self.input(&SETTINGS_FILE));
        self.study.inputs.sort_by_key(|input| FILES.iter().position(|file| file.name == input.name));
        self.number(&Lines { hours, windows, coverage, traffic });
        super::cross_check::cross_check(&mut self.study, &mut self.lines, &mut self.problems);
        self.problems.sort();
    }

    fn input(&self, file: &CanonicalFile) -> InputFile {
        let is_present = self.present.iter().any(|name| name == file.name);
        InputFile { name: file.name.to_owned(), is_present, n_rows: 0, n_left_out: 0, unlocks: file.unlocks }
    }

    /// Reads a file that nobody minds reading into one list.
    fn small<R: RowReader, T>(
        &mut self,
        file: &'static CanonicalFile,
        make: impl Fn() -> R + Sync,
        rows_of: impl Fn(R) -> Vec<T>,
        line_of: impl Fn(&mut T) -> &mut u32,
    ) -> Vec<T> {
        let mut input = self.input(file);
        let mut rows = Vec::new();
        if input.is_present {
            let sheet = read_sheet(self.folder, file, make);
            self.problems.append(sheet.problems);
            self.lines
                .note_blocks(file.name, sheet.blocks.iter().map(|block| (block.first_line, block.offset)).collect());
            for block in sheet.blocks {
                input.n_rows += block.n_rows;
                input.n_left_out += block.n_left_out;
                self.problems.append(block.problems);
                for mut row in rows_of(block.reader) {
                    *line_of(&mut row) += block.first_line;
                    rows.push(row);
                }
            }
        }
        self.study.inputs.push(input);
        rows
    }

    fn read_stories(&mut self) {
        let mut input = self.input(&STORIES);
        if input.is_present {
            let bytes = self.folder.read(STORIES.name).unwrap_or_default();
            self.study.stories = super::stories::read_stories(&String::from_utf8_lossy(&bytes));
            input.n_rows = self.study.stories.len();
        }
        self.study.inputs.push(input);
    }

    /// Reads the schedule block by block, side by side, and renumbers the names of the blocks.
    fn read_schedule(&mut self) {
        let mut input = self.input(&SCHEDULE);
        if !input.is_present {
            self.study.inputs.push(input);
            return;
        }
        let (context, words) = (self.context, self.words.clone());
        let size = self.folder.size(SCHEDULE.name).unwrap_or(0).min(BLOCK_BYTES);
        let n_bytes = usize::try_from(size).unwrap_or(0);
        let sheet = read_sheet(self.folder, &SCHEDULE, || ScheduleReader::new(context, &words, n_bytes));
        self.problems.append(sheet.problems);
        self.lines
            .note_blocks(SCHEDULE.name, sheet.blocks.iter().map(|block| (block.first_line, block.offset)).collect());
        self.study.validities = vec![Validity::default()];
        let mut blocks = Vec::with_capacity(sheet.blocks.len());
        for block in sheet.blocks {
            input.n_rows += block.n_rows;
            input.n_left_out += block.n_left_out;
            self.problems.append(block.problems);
            let numbers = self.numbers_of(&block.reader);
            blocks.push((block.reader.rows, numbers, block.first_line));
        }
        self.study.schedule = blocks
            .into_par_iter()
            .map(|(mut rows, numbers, first_line)| {
                rows.iter_mut().for_each(|row| numbers.apply(row, first_line));
                rows
            })
            .collect();
        self.study.inputs.push(input);
    }

    fn numbers_of(&mut self, reader: &ScheduleReader<'_>) -> BlockNumbers {
        let offset = self.study.validities.len() - 1;
        self.study.validities.extend_from_slice(&reader.validities);
        BlockNumbers {
            staff: reader.staff.names.iter().map(|name| StaffId(self.directory.person(name))).collect(),
            branches: reader
                .branches
                .names
                .iter()
                .map(|name| self.directory.branch(name).unwrap_or(NO_BRANCH))
                .collect(),
            desks: reader.desks.names.iter().map(|name| DeskId(self.directory.desk(name))).collect(),
            validity_offset: u16::try_from(offset).unwrap_or(u16::MAX),
        }
    }

    /// Numbers all names in their order, and gives every row its branch.
    fn number(&mut self, lines: &Lines) {
        let all = lines.hours.iter().map(|row| &row.branch).chain(lines.windows.iter().map(|row| &row.branch));
        let all =
            all.chain(lines.coverage.iter().map(|row| &row.branch)).chain(lines.traffic.iter().map(|row| &row.branch));
        for name in all {
            self.directory.branch(name);
        }
        for (desk, branch) in
            lines.coverage.iter().map(|row| (&row.desk, false)).chain(lines.traffic.iter().map(|row| (&row.desk, true)))
        {
            if branch || !desk.is_empty() {
                self.directory.desk(desk);
            }
        }
        if self.directory.branches.names().is_empty() {
            let name = if self.study.settings.library.is_empty() { "Library" } else { &self.study.settings.library };
            self.directory.branches.number(name);
        }
        let order = Order::of(&self.directory);
        self.study.branches = Names(sorted(self.directory.branches.names(), &order.branches));
        self.study.desks = Names(sorted(self.directory.desks.names(), &order.desks));
        self.study.staff = sorted(&self.directory.members, &order.staff);
        for member in &mut self.study.staff {
            member.home = member.home.map(|home| order.branch(home));
        }
        self.number_schedule(&order);
        self.number_small(lines, &order);
    }

    /// A row without a branch belongs to the person's branch, else to the only one; else it cannot be used.
    fn number_schedule(&mut self, order: &Order) {
        let only = (self.study.branches.len() == 1).then_some(BranchId(0));
        let homes: Vec<BranchId> =
            self.study.staff.iter().map(|member| member.home.or(only).unwrap_or(NO_BRANCH)).collect();
        let mut homeless: Vec<u32> = self
            .study
            .schedule
            .par_iter_mut()
            .flat_map_iter(|rows| {
                let mut homeless = Vec::new();
                for row in rows.iter_mut() {
                    row.staff = StaffId(order.staff[row.staff.index()]);
                    row.desk = DeskId::at(usize::try_from(order.desks[row.desk.index()]).unwrap_or(0));
                    row.branch =
                        if row.branch == NO_BRANCH { homes[row.staff.index()] } else { order.branch(row.branch) };
                    if row.branch == NO_BRANCH {
                        homeless.push(row.line);
                    }
                }
                if !homeless.is_empty() {
                    rows.retain(|row| row.branch != NO_BRANCH);
                }
                homeless
            })
            .collect();
        homeless.sort_unstable();
        if let Some(input) = self.study.inputs.iter_mut().find(|input| input.name == SCHEDULE.name) {
            input.n_left_out += homeless.len();
        }
        for line in homeless {
            let problem = Problem::new(Code::E303, self.lines.cell(SCHEDULE.name, line, "branch"))
                .says("the row does not say which branch it belongs to")
                .help("fill in `branch`; or give the person a branch in staff.csv");
            self.problems.push(problem);
        }
    }

    fn number_small(&mut self, lines: &Lines, order: &Order) {
        let n_branches = self.study.branches.len();
        let directory = &mut self.directory;
        // a row without a branch holds for every branch
        let mut branches = |name: &str| match directory.branch(name) {
            Some(branch) => vec![order.branch(branch)],
            None => (0..n_branches).map(BranchId::at).collect(),
        };
        for row in &lines.hours {
            for branch in branches(&row.branch) {
                self.study.hours.push(HoursRow {
                    branch,
                    day: row.day,
                    open: row.open,
                    validity: row.validity,
                    line: row.line,
                });
            }
        }
        let desk_of = |directory: &Directory, name: &str| {
            DeskId::at(
                usize::try_from(order.desks[usize::try_from(directory.desks.known(name).unwrap_or(0)).unwrap_or(0)])
                    .unwrap_or(0),
            )
        };
        for row in &lines.coverage {
            for branch in branches(&row.branch) {
                self.study.coverage.push(CoverageRule {
                    branch,
                    desk: None,
                    day: row.day,
                    start: row.start,
                    end: row.end,
                    minimum: row.minimum,
                    line: row.line,
                });
            }
        }
        for row in &lines.traffic {
            for branch in branches(&row.branch) {
                self.study.traffic.push(TrafficRow {
                    branch,
                    desk: DeskId(0),
                    day: row.day,
                    start: row.start,
                    end: row.end,
                    count: row.count,
                    line: row.line,
                });
            }
        }
        let desks: FxHashMap<u32, &str> = lines.coverage.iter().map(|row| (row.line, row.desk.as_str())).collect();
        for rule in &mut self.study.coverage {
            let desk = desks.get(&rule.line).copied().unwrap_or("");
            rule.desk = (!desk.is_empty()).then(|| desk_of(&self.directory, desk));
        }
        let desks: FxHashMap<u32, &str> = lines.traffic.iter().map(|row| (row.line, row.desk.as_str())).collect();
        for row in &mut self.study.traffic {
            let desk = desks.get(&row.line).copied().unwrap_or("");
            row.desk = desk_of(&self.directory, if desk.is_empty() { super::directory::UNNAMED_DESK } else { desk });
        }
        self.number_windows(&lines.windows, order);
    }

    /// A stakeholder is one of a branch; the first row that gives a group or a priority gives it.
    fn number_windows(&mut self, lines: &[WindowLine], order: &Order) {
        let mut keys: Vec<(Option<BranchId>, String, &WindowLine)> = lines
            .iter()
            .map(|row| {
                (
                    self.directory.branch(&row.branch).map(|branch| order.branch(branch)),
                    super::lexicon::key(&row.stakeholder),
                    row,
                )
            })
            .collect();
        let by_line = keys.clone();
        keys.sort_by(|a, b| (a.0, &a.1, a.2.line).cmp(&(b.0, &b.1, b.2.line)));
        let mut numbers: FxHashMap<(Option<BranchId>, String), StakeholderId> = FxHashMap::default();
        for (branch, key, row) in keys {
            let stakeholders = &mut self.study.stakeholders;
            let id = *numbers.entry((branch, key)).or_insert_with(|| {
                stakeholders.push(Stakeholder {
                    name: row.stakeholder.clone(),
                    branch,
                    group: String::new(),
                    priority: None,
                });
                StakeholderId::at(stakeholders.len() - 1)
            });
            let stakeholder = &mut stakeholders[id.index()];
            if stakeholder.group.is_empty() {
                stakeholder.group.clone_from(&row.group);
            }
            stakeholder.priority = stakeholder.priority.or(row.priority);
        }
        let (min_visit, travel) = (self.study.settings.min_visit, self.study.settings.travel);
        self.study.windows = by_line
            .into_iter()
            .map(|(branch, key, row)| WindowRow {
                stakeholder: numbers.get(&(branch, key)).copied().unwrap_or_default(),
                day: row.day,
                window: row.window,
                mode: row.mode,
                travel: row.travel.unwrap_or(travel),
                min_visit: row.min_visit.unwrap_or(min_visit),
                is_tentative: row.is_tentative,
                needs_role: row.needs_role.clone(),
                validity: row.validity,
                line: row.line,
            })
            .collect();
    }
}

/// Stands for a blank branch cell until the row's branch is known.
const NO_BRANCH: BranchId = BranchId(u16::MAX);

/// From the numbers of a block to those of the study.
struct BlockNumbers {
    staff: Vec<StaffId>,
    branches: Vec<BranchId>,
    desks: Vec<DeskId>,
    validity_offset: u16,
}

impl BlockNumbers {
    fn apply(&self, row: &mut ScheduleRow, first_line: u32) {
        row.staff = self.staff[row.staff.index()];
        row.branch = self.branches[row.branch.index()];
        row.desk = self.desks[row.desk.index()];
        row.line += first_line;
        if row.validity > 0 {
            row.validity += self.validity_offset;
        }
    }
}

/// From the numbers in which names first appeared to the order of the names.
struct Order {
    branches: Vec<u32>,
    staff: Vec<u32>,
    desks: Vec<u32>,
}

impl Order {
    fn of(directory: &Directory) -> Order {
        Order {
            branches: directory.branches.sorted_places(),
            staff: directory.staff.sorted_places(),
            desks: directory.desks.sorted_places(),
        }
    }

    fn branch(&self, branch: BranchId) -> BranchId {
        BranchId::at(
            self.branches.get(branch.index()).and_then(|&place| usize::try_from(place).ok()).unwrap_or(usize::MAX),
        )
    }
}

/// The items at their places in the order.
fn sorted<T: Clone>(items: &[T], places: &[u32]) -> Vec<T> {
    let mut order: Vec<(u32, &T)> = places.iter().copied().zip(items).collect();
    order.sort_by_key(|(place, _)| *place);
    order.into_iter().map(|(_, item)| item.clone()).collect()
}
