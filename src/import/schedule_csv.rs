//! Writes schedule rows as `desk-schedule.csv`: what is read back is the same rows.

use super::directory::UNNAMED_DESK;
use crate::study::{Activity, ScheduleRow, Study};
use crate::time::{ClockTime, DayRule};

/// The columns that are written.
const COLUMNS: [&str; 10] = ["staff", "branch", "day", "week", "start", "end", "activity", "desk", "from", "to"];

/// Rows of a study as the text of a file. People stand in it by name, as in every schedule.
#[must_use]
pub fn render_schedule(rows: &[ScheduleRow], study: &Study) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &[String]| {
        // memory takes what is written
        let _ = writer.write_record(cells);
    };
    write(&COLUMNS.map(str::to_owned));
    for row in rows {
        write(&cells(row, study));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cells(row: &ScheduleRow, study: &Study) -> [String; 10] {
    let (day, week) = match row.day {
        DayRule::On(day) => (day.to_string(), String::new()),
        DayRule::Weekly(days, weeks) => (days.to_string(), weeks.to_string()),
    };
    let desk = match (row.activity, study.desk_name(row.desk)) {
        (Activity::Desk, UNNAMED_DESK) => "",
        (Activity::Desk, name) => name,
        _ => "",
    };
    let validity = study.validity(row.validity);
    let date = |day: Option<crate::time::Day>| day.map_or(String::new(), |day| day.to_string());
    [
        study.member(row.staff).name.clone(),
        study.branch_name(row.branch).to_owned(),
        day,
        week,
        ClockTime(row.start).to_string(),
        ClockTime(row.end).to_string(),
        row.activity.name().to_owned(),
        desk.to_owned(),
        date(validity.from),
        date(validity.to),
    ]
}
