//! For every code that only an import raises, the smallest source we know that raises it.
//!
//! A text that starts with `LATIN1` is to be written without that marker, encoded as Windows-1252.

/// Each code with the name and the text of a source.
pub const IMPORT_FIXTURES: &[(&str, &str, &str)] = &[
    ("E501", "roster.xlsx", "PK\u{3}\u{4}this is no workbook"),
    ("E502", "weather.csv", "place,temperature\nMain,12\n"),
    (
        "E503",
        "shifts.csv",
        "Name,Date,Start,End\nAna Ruiz,5/10/2026,9:00 AM,1:00 PM\nBen Okoro,6/10/2026,9:00 AM,1:00 PM\n",
    ),
    ("E504", "shifts.csv", "Name,Date,Start time (UTC),End time (UTC)\nAna Ruiz,2026-10-05,13:00,17:00\n"),
    ("E505", "roster.csv", "Name,Mon,Tue,Wed\nAna Ruiz,9-5,9-5,early\nBen Okoro,9-5,OFF,9-5\n"),
    ("E506", "roster.csv", "Name,Mon,Tue,Wed\nAna Ruiz,9:00PM - 5:00PM,9-5,9-5\n"),
    ("E507", "shifts.csv", "Name,Day of Week,Start,End\nAna Ruiz,1,9:00 AM,1:00 PM\n"),
    (
        "E508",
        "partners.csv",
        "stakeholder,when\nElm School,Tuesdays after 12:30 until school gets out\nOak Shelter,Mon 3-5 pm\n",
    ),
    ("W509", "roster.csv", "Name,Mon,Tue,Wed\nAna Ruiz,9-5,TBD,9-5\n"),
    ("W510", "roster.csv", "Name,Mon,Tue,Wed\nAna Ruiz,9-5,5-Sep,OFF\n"),
    ("W511", "roster.csv", "Name,Mon,Tue,Wed,Total\nAna Ruiz,9-5,9-5,OFF,24\n"),
    (
        "W512",
        "shifts.csv",
        "Name,Date,Start,End\nAna,2026-10-05,9:00 AM,1:00 PM\nAna Ruiz,2026-10-06,9:00 AM,1:00 PM\n",
    ),
    (
        "W513",
        "shifts.csv",
        "Name,Position,Date,Start,End\nAna Ruiz,Reference,2026-10-05,9:00 AM,1:00 PM\nAna Ruiz,Circulation,2026-10-05,12:00 PM,2:00 PM\n",
    ),
    (
        "W514",
        "shifts.csv",
        "Name,Email,Date,Start,End\nAna Ruiz,a@b.example,2026-10-05,9:00 AM,1:00 PM\n,,2026-10-06,9:00 AM,1:00 PM\n",
    ),
    ("W515", "shifts.csv", "LATIN1Name,Date,Start,End\nJos\u{e9}e Ruiz,2026-10-05,9:00 AM,1:00 PM\n"),
    (
        "W516",
        "shifts.csv",
        "Name,Date,Start,End\nAna Ruiz,2026-10-05,9:00 AM,1:00 PM\nAna Ruiz,2026-10-05,9:00 AM,1:00 PM\n",
    ),
    (
        "N517",
        "form.csv",
        "Name,Monday [9:00 AM - 11:00 AM],Monday [11:00 AM - 1:00 PM],Comments\nElm School,Available,Cannot Work,only before break\nOak Shelter,Preferred,Available,\n",
    ),
    ("W518", "roster.csv", "name,monday-hours,tuesday-hours,monday-break\nAna Ruiz,9am-5pm,9am-5pm,12pm\n"),
];
