//! For every code of the catalogue, the smallest study we know that raises it; knows nothing of how it is raised.
//!
//! A file text that starts with `LATIN1` is to be written without that marker, encoded as Windows-1252.

/// Two people of whom one is there on Tuesdays only: what the fixtures of scenarios change.
const PLANNED_SCHEDULE: (&str, &str) = (
    "desk-schedule.csv",
    r"staff,day,start,end,activity,desk
Ana Ruiz,Mon-Tue,10:00,14:00,shift,
Ana Ruiz,Mon-Tue,10:00,12:00,desk,Desk
Ben Okoro,Tue,10:00,14:00,shift,
Ben Okoro,Tue,12:00,14:00,desk,Desk
",
);
const PLANNED_HOURS: (&str, &str) = ("library-hours.csv", "day,open,close\nMon-Tue,10:00,14:00\n");

/// Each code of the catalogue, in its order, with the files of a study: name and text.
pub const FIXTURES: &[(&str, &[(&str, &str)])] = &[
    // a required file is missing
    (
        "E101",
        &[(
            "desk-schedule.csv",
            r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
        )],
    ),
    // a required column is missing
    (
        "E102",
        &[
            (
                "desk-schedule.csv",
                r"day,start,end,activity,desk
Mon,10:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the file has no rows to read
    (
        "E103",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
",
            ),
        ],
    ),
    // the file is not UTF-8
    // the é of the note is one byte in Windows-1252, and no UTF-8
    (
        "W104",
        &[
            (
                "desk-schedule.csv",
                r"LATIN1staff,day,start,end,activity,desk,note
Ana Ruiz,Mon,10:00,12:00,desk,Desk,at the café counter
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // a column is not used
    (
        "N105",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk,parking
Ana Ruiz,Mon,10:00,12:00,desk,Desk,Lot B
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // a file in the folder is not used
    (
        "N106",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "desk-schedule-summer.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
",
            ),
        ],
    ),
    // two columns have the same name
    (
        "E107",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk,Start
Ana Ruiz,Mon,10:00,12:00,desk,Desk,9:30
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the row has more cells than the header
    (
        "W108",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk,note
Ana Ruiz,Mon,10:00,12:00,desk,Desk,swaps with Ben, second Monday only
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // a quotation mark is never closed
    (
        "E109",
        &[
            (
                "desk-schedule.csv",
                r#"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
"Ben Okoro,Mon,12:00,14:00,desk,Desk
"#,
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the cells are not separated by commas
    (
        "N111",
        &[
            (
                "desk-schedule.csv",
                r"staff;day;start;end;activity;desk
Ana Ruiz;Mon;10:00;12:00;desk;Desk
Ben Okoro;Mon;12:00;14:00;desk;Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // a required cell is blank
    (
        "E201",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // not a clock time
    (
        "E202",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,9,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the row runs past midnight
    (
        "W203",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,17:00,2:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the row ends when it starts
    (
        "E204",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // not a day of the week
    (
        "E205",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Thrusday,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // not a date
    (
        "E206",
        &[
            (
                "desk-schedule.csv",
                r"staff,date,start,end,activity,desk
Ana Ruiz,2026-09-14,10:00,12:00,desk,Desk
Ben Okoro,9/14/2026,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // no such date in the calendar
    (
        "E207",
        &[
            (
                "desk-schedule.csv",
                r"staff,date,start,end,activity,desk
Ana Ruiz,2026-09-14,10:00,12:00,desk,Desk
Ben Okoro,2026-09-31,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // not a whole number
    (
        "E208",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "coverage.csv",
                r"desk,day,start,end,minimum
Desk,Mon,10:00,12:00,two
",
            ),
        ],
    ),
    // the number is out of range
    (
        "E209",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "duties.csv",
                r"role,duty,percent
Librarian,Programs,350
",
            ),
        ],
    ),
    // not a week of the rotation
    (
        "E210",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,week,start,end,activity,desk
Ana Ruiz,Mon,A,10:00,12:00,desk,Desk
Ben Okoro,Mon,C,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r"[rotation]
weeks = 2
starts = 2026-09-14
",
            ),
        ],
    ),
    // not an activity
    (
        "E211",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,Circ desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // not a way to meet
    (
        "E212",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "stakeholders.csv",
                r"stakeholder,day,start,end,mode
Food Bank,Mon,11:00,13:00,visit
",
            ),
        ],
    ),
    // not a certainty
    (
        "E213",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "stakeholders.csv",
                r"stakeholder,day,start,end,certainty
Food Bank,Mon,11:00,13:00,maybe
",
            ),
        ],
    ),
    // neither yes nor no
    (
        "E214",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,outreach
Ana Ruiz,yes
Ben Okoro,sometimes
",
            ),
        ],
    ),
    // a spreadsheet turned a time range into a date
    (
        "E215",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
Tue,5-Sep,18:00
",
            ),
        ],
    ),
    // the row has neither a day nor a date
    (
        "E218",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,date,start,end,activity,desk
Ana Ruiz,Mon,,10:00,12:00,desk,Desk
Ben Okoro,,,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the day and the date do not agree
    (
        "E219",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,date,start,end,activity,desk
Ana Ruiz,Mon,,10:00,12:00,desk,Desk
Ben Okoro,Mon,2026-09-15,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the last valid date is before the first
    (
        "E220",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk,from,to
Ana Ruiz,Mon,10:00,12:00,desk,Desk,,
Ben Okoro,Mon,12:00,14:00,desk,Desk,2026-09-30,2026-09-01
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // only one of the two times is given
    (
        "E221",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
Tue,10:00,
",
            ),
        ],
    ),
    // the name is close to a name in staff.csv
    (
        "W301",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ana Ruis,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
",
            ),
        ],
    ),
    // the person is not in staff.csv
    (
        "N302",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
",
            ),
        ],
    ),
    // the row does not say which branch it belongs to
    (
        "E303",
        &[
            (
                "desk-schedule.csv",
                r"staff,branch,day,start,end,activity,desk
Ana Ruiz,Eastgate,Mon,10:00,12:00,desk,Desk
Ben Okoro,Pine Street,Mon,12:00,14:00,desk,Desk
Cy Lund,,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"branch,day,open,close
Eastgate,Mon,10:00,18:00
Pine Street,Mon,10:00,18:00
",
            ),
        ],
    ),
    // the branch has no opening hours
    (
        "W304",
        &[
            (
                "desk-schedule.csv",
                r"staff,branch,day,start,end,activity,desk
Ana Ruiz,Eastgate,Mon,10:00,12:00,desk,Desk
Ben Okoro,Pine Street,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"branch,day,open,close
Eastgate,Mon,10:00,18:00
",
            ),
        ],
    ),
    // two files share no branch
    (
        "W305",
        &[
            (
                "desk-schedule.csv",
                r"staff,branch,day,start,end,activity,desk
Ana Ruiz,Eastgate,Mon,10:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"branch,day,open,close
Northfield,Mon,10:00,18:00
",
            ),
        ],
    ),
    // the row never applies in the period
    (
        "N306",
        &[
            (
                "desk-schedule.csv",
                r"staff,date,start,end,activity,desk
Ana Ruiz,2026-09-14,10:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,date,open,close
Mon,,10:00,18:00
,2026-11-26,closed,closed
",
            ),
        ],
    ),
    // a desk is staffed while the library is closed
    (
        "W307",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,8:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // one person is on two desks at once
    (
        "W309",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Reference
Ana Ruiz,Mon,11:00,13:00,desk,Circulation
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // desk time during leave
    (
        "W310",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ana Ruiz,Mon,11:00,14:00,leave,
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // desk time during another duty
    (
        "W311",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ana Ruiz,Mon,11:00,14:00,meeting,
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // nobody has the role that a stakeholder needs
    (
        "W312",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
Ben Okoro,Librarian
",
            ),
            (
                "stakeholders.csv",
                r"stakeholder,day,start,end,needs_role
Teen Center,Mon,11:00,13:00,Teen Specialist
",
            ),
        ],
    ),
    // nobody staffs the desk that a minimum is set for
    (
        "W313",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "coverage.csv",
                r"desk,day,start,end,minimum
Teen Corner,Mon,10:00,12:00,1
",
            ),
        ],
    ),
    // traffic is counted at a desk that nobody staffs
    (
        "W314",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "desk-traffic.csv",
                r"desk,day,start,end,count
Info Point,Mon,10:00,12:00,14
",
            ),
        ],
    ),
    // the percentages of a job description do not add up to 100
    (
        "W315",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
Ben Okoro,Librarian
",
            ),
            (
                "duties.csv",
                r"role,duty,percent
Librarian,Public desk,60
Librarian,Programs,30
",
            ),
        ],
    ),
    // nobody has the role that a duty is written for
    (
        "W316",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
Ben Okoro,Librarian
",
            ),
            (
                "duties.csv",
                r"role,duty,percent
Page,Shelving,100
",
            ),
        ],
    ),
    // the row stands in the file twice
    (
        "W317",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the library is both open and closed on one day
    (
        "W318",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
Mon,closed,closed
",
            ),
        ],
    ),
    // working hours are not given
    (
        "N319",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // a name belongs to two people
    (
        "E320",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
Ana Ruiz,Library Assistant
Ben Okoro,Librarian
",
            ),
        ],
    ),
    // one person is at two branches at once
    (
        "W321",
        &[
            (
                "desk-schedule.csv",
                r"staff,branch,day,start,end,activity
Ana Ruiz,Eastgate,Mon,10:00,14:00,shift
Ana Ruiz,Pine Street,Mon,13:00,17:00,shift
",
            ),
            (
                "library-hours.csv",
                r"branch,day,open,close
Eastgate,Mon,10:00,18:00
Pine Street,Mon,10:00,18:00
",
            ),
        ],
    ),
    // no schedule row falls in the period
    (
        "E324",
        &[
            (
                "desk-schedule.csv",
                r"staff,date,start,end,activity,desk
Ana Ruiz,2026-10-05,10:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r"[period]
from = 2026-09-14
to = 2026-09-20
",
            ),
        ],
    ),
    // scheduled time is far from the weekly hours
    (
        "W325",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity
Ana Ruiz,Mon,10:00,18:00,shift
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,weekly_hours
Ana Ruiz,40
",
            ),
        ],
    ),
    // the row is longer than 16 hours
    (
        "W326",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity
Ana Ruiz,Mon,1:00,18:00,shift
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // a person in staff.csv has no schedule row
    (
        "N327",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "staff.csv",
                r"staff,role
Ana Ruiz,Librarian
Ben Okoro,Librarian
Cy Lund,Librarian
",
            ),
        ],
    ),
    // a group names somebody who is not scheduled
    (
        "W328",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r#"[groups]
"School team" = ["Ana Ruiz", "Oscar Finch"]
"#,
            ),
        ],
    ),
    // a story names a partner that is not there
    (
        "W331",
        &[
            PLANNED_SCHEDULE,
            PLANNED_HOURS,
            ("stakeholders.csv", "stakeholder,day,start,end\nLincoln High School,Tue,10:00,12:00\n"),
            ("stories.md", "## The essay\n<!-- partner: Lincon High School -->\nShe came back.\n"),
        ],
    ),
    // the figure of a story is not clear
    (
        "W332",
        &[
            PLANNED_SCHEDULE,
            PLANNED_HOURS,
            ("stories.md", "## The essay\n<!-- figure: partners-time -->\nShe came back.\n"),
        ],
    ),
    // the settings file cannot be read
    (
        "E401",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r#"title = "Eastgate
"#,
            ),
        ],
    ),
    // there is no such setting
    (
        "E402",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r"[outreach]
min_vist = 45
",
            ),
        ],
    ),
    // the value of a setting cannot be used
    (
        "E403",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r#"[outreach]
travel = "twenty minutes"
"#,
            ),
        ],
    ),
    // rows name a week, and the settings name no rotation
    (
        "E404",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,week,start,end,activity,desk
Ana Ruiz,Mon,A,10:00,12:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
        ],
    ),
    // the rotation does not start on a Monday
    (
        "E405",
        &[
            (
                "desk-schedule.csv",
                r"staff,day,start,end,activity,desk
Ana Ruiz,Mon,10:00,12:00,desk,Desk
Ben Okoro,Mon,12:00,14:00,desk,Desk
",
            ),
            (
                "library-hours.csv",
                r"day,open,close
Mon,10:00,18:00
",
            ),
            (
                "offdesk.toml",
                r"[rotation]
weeks = 2
starts = 2026-09-16
",
            ),
        ],
    ),
    // a scenario with a quotation mark that is never closed
    (
        "E601",
        &[
            PLANNED_SCHEDULE,
            PLANNED_HOURS,
            (
                "scenarios/plan.toml",
                r#"[[change]]
do = "release
"#,
            ),
        ],
    ),
    // a name with a slip
    (
        "E602",
        &[
            PLANNED_SCHEDULE,
            PLANNED_HOURS,
            (
                "scenarios/plan.toml",
                r#"[[change]]
do = "absence"
staff = "Ana Riuz"
"#,
            ),
        ],
    ),
    // desk time for somebody who is on a desk already
    (
        "E603",
        &[
            PLANNED_SCHEDULE,
            PLANNED_HOURS,
            (
                "scenarios/plan.toml",
                r#"[[change]]
do = "move"
staff = "Ana Ruiz"
to_staff = "Ben Okoro"
day = "Mon"
"#,
            ),
        ],
    ),
    // on Mondays the other person is not there
    (
        "W604",
        &[
            PLANNED_SCHEDULE,
            PLANNED_HOURS,
            (
                "scenarios/plan.toml",
                r#"[[change]]
do = "move"
staff = "Ana Ruiz"
to_staff = "Ben Okoro"
start = "10:00"
end = "11:00"
day = "Mon-Tue"
"#,
            ),
        ],
    ),
];
