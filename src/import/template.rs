//! What does a new study start from? Every file with its header, an example and a comment; every setting explained.

use super::canonical::{FILES, JOB_DESCRIPTION_FILE};
use super::settings::SETTINGS;
use std::fmt::Write;

/// The files of a starter study: name and text. Comment lines start with `#` and are not read.
#[must_use]
pub fn templates() -> Vec<(&'static str, String)> {
    FILES
        .iter()
        .map(|file| {
            let text = match file.name {
                "offdesk.toml" => settings_template(),
                "stories.md" => STORIES.to_owned(),
                name => csv_template(name, file.columns, file.is_required, file.unlocks),
            };
            (file.name, text)
        })
        .chain([(JOB_DESCRIPTION_FILE, crate::wording::JOB_DESCRIPTION_TEMPLATE.to_owned())])
        .collect()
}

fn csv_template(name: &str, columns: &[&str], is_required: bool, unlocks: &str) -> String {
    let (kept, examples, notes) = example(name);
    let need = if is_required { "Required." } else { "Optional: delete the file if you do not need it." };
    let mut text = format!("# {name}. {need} With it offdesk shows {unlocks}.\n");
    for note in notes {
        let _ = writeln!(text, "# {note}");
    }
    let more: Vec<&str> = columns.iter().copied().filter(|column| !kept.contains(column)).collect();
    if !more.is_empty() {
        let _ = writeln!(text, "# More columns you may add: {}.", more.join(" - "));
    }
    let _ = writeln!(text, "# Lines that start with # are not read. Replace the example rows with your own.");
    let _ = writeln!(text, "{}", kept.join(","));
    for row in examples {
        let _ = writeln!(text, "{row}");
    }
    text
}

type Example = (&'static [&'static str], &'static [&'static str], &'static [&'static str]);

#[expect(clippy::too_many_lines, reason = "a table of texts")]
/// The columns, example rows and comments of a template. Comments hold no commas, so that a spreadsheet keeps each in
/// one cell.
fn example(name: &str) -> Example {
    match name {
        "desk-schedule.csv" => (
            &["staff", "branch", "day", "week", "start", "end", "activity", "desk", "note"],
            &[
                "Sam Example,Main,Mon-Fri,,09:00,17:00,shift,,",
                "Sam Example,Main,Mon-Fri,,10:00,12:00,desk,Reference,",
                "Sam Example,Main,Mon-Fri,,12:00,12:30,meal,,",
                "Kim Example,Main,Mon-Fri,,10:00,18:00,shift,,",
                "Kim Example,Main,Mon-Fri,,12:00,16:00,desk,Reference,",
                "Kim Example,Main,Mon-Fri,,16:00,16:30,meal,,",
                "Kim Example,Main,2026-09-16,,10:00,12:00,meeting,,added on this date",
            ],
            &[
                "One row for each stretch of a day. day: Mon or Mon-Fri or Tue/Thu or daily; or a date such as 2026-09-14.",
                "A dated shift row or desk row or off-desk row replaces the person's weekday rows on that date. Other dated rows are added.",
                "start and end: 09:00 or 9:00 AM. activity (blank is desk): shift - desk - off-desk - meal - break - meeting - program - planning - assessment - training - outreach - travel - leave - other.",
                "Give each person a shift row from arrival to departure; without it offdesk must assume the working hours.",
            ],
        ),
        "library-hours.csv" => (
            &["branch", "day", "open", "close", "note"],
            &[
                "Main,Mon-Thu,10:00,20:00,",
                "Main,Fri/Sat,10:00,17:00,",
                "Main,Sun,closed,closed,",
                "Main,2026-10-12,closed,closed,holiday",
            ],
            &[
                "One row for each stretch of open hours; two rows on a day are split hours. A date replaces the weekday.",
            ],
        ),
        "stakeholders.csv" => (
            &["stakeholder", "branch", "group", "day", "start", "end", "mode", "travel", "min_visit", "note"],
            &[
                "Example Middle School,Main,school,Tue/Thu,14:30,16:00,go,15,45,",
                "Example Shelter,Main,shelter,Wed,09:00,11:00,go,10,60,",
                "Example Parent Group,Main,families,Mon,17:00,19:00,host,,60,",
            ],
            &[
                "When a partner can meet. mode: go (staff visit) - host (they come to the library) - online. travel: minutes each way. min_visit: minutes.",
            ],
        ),
        "staff.csv" => (
            &["staff", "role", "department", "branch", "weekly_hours", "outreach", "aliases"],
            &[
                "Sam Example,Adult Librarian,Adult,Main,37.5,yes,S. Example",
                "Kim Example,Library Assistant,Circulation,Main,37.5,no,",
            ],
            &[
                "outreach: yes if the person may meet partners (blank is yes). aliases: other spellings with ; between them.",
            ],
        ),
        "coverage.csv" => (
            &["branch", "desk", "day", "start", "end", "minimum"],
            &["Main,,daily,00:00,24:00,1", "Main,Reference,Mon-Fri,12:00,16:00,1"],
            &[
                "The least number of people. A blank desk is the whole building. Minimums count while the library is open.",
            ],
        ),
        "desk-traffic.csv" => (
            &["branch", "desk", "day", "start", "end", "count"],
            &["Main,Reference,Mon,10:00,12:00,6", "Main,Reference,Mon,12:00,16:00,21"],
            &["Questions or check-outs or visits that one such day counts at the desk in these hours."],
        ),
        _ => (
            &["role", "duty", "percent", "activity"],
            &[
                "Adult Librarian,Serves the public at the desk,60,desk",
                "Adult Librarian,Plans programs,25,planning",
                "Adult Librarian,Meets community partners,15,outreach",
            ],
            &["What the job description says. activity: which activity of the schedule carries the duty out."],
        ),
    }
}

const STORIES: &str = "# Impact stories

<!-- One heading with ## for each story. A paragraph or two: who, what happened, what it changed. No names, unless
people have agreed. A comment like the next one, put under a heading, says which partner the story is about, and beside
which figure of the report it stands. Without it the story stands at the end. -->

<!-- partner: Example Middle School, figure: partner-time -->
";

/// The settings file in which every setting stands with its default, its unit and why.
#[must_use]
pub fn settings_template() -> String {
    let mut text = "# Settings of this study. Every setting can also be given as a flag of the same name.\n".to_owned();
    let mut table = "";
    for setting in SETTINGS {
        if setting.table != table {
            table = setting.table;
            let _ = writeln!(text, "\n[{table}]");
        }
        let _ = writeln!(text, "# {} ({})", setting.why, setting.unit);
        if setting.default.is_empty() {
            let _ = writeln!(text, "# {} = {}", setting.name, setting.example);
        } else {
            let _ = writeln!(text, "{} = {}", setting.name, setting.default);
        }
    }
    text.push_str("\n[activities]\n# your own words for activities\n# \"story time\" = \"program\"\n");
    text.push_str(
        "\n[groups]\n# people who want to find time together\n# \"School team\" = [\"Sam Example\", \"Kim Example\"]\n",
    );
    text
}
