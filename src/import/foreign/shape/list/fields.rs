//! What does a header mean? The words that programs and people put above their columns.

/// A meaning and the headers that have it, without blanks and signs, the surest first.
pub struct Synonyms {
    /// The meaning.
    pub field: &'static str,
    /// Its headers.
    pub headers: &'static [&'static str],
}

const fn synonyms(field: &'static str, headers: &'static [&'static str]) -> Synonyms {
    Synonyms { field, headers }
}

/// Every meaning. Where two columns have one meaning, the header that stands first in its list wins.
pub const FIELDS: &[Synonyms] = &[
    synonyms(
        "staff",
        &[
            "staff",
            "staffmember",
            "staffname",
            "employee",
            "employeename",
            "employeefullname",
            "teammember",
            "member",
            "name",
            "fullname",
            "worker",
            "who",
            "assignedto",
            "assignee",
            "person",
            "user",
            "username",
            "agentname",
            "agent",
            "volunteer",
            "alias",
            "initials",
            "mitarbeiter",
        ],
    ),
    synonyms("first_name", &["firstname", "givenname", "first", "vorname", "forename"]),
    synonyms("last_name", &["lastname", "surname", "familyname", "last", "nachname"]),
    synonyms(
        "stakeholder",
        &[
            "stakeholder",
            "partner",
            "communitypartner",
            "organization",
            "organisation",
            "agency",
            "partnername",
            "organizationname",
            "school",
        ],
    ),
    synonyms(
        "desk",
        &[
            "desk",
            "servicepoint",
            "customlabel",
            "timeoffreason",
            "absencetype",
            "leavetype",
            "area",
            "position",
            "positionname",
            "station",
            "schedule",
            "schedulename",
            "calendar",
            "shiftname",
            "task",
            "assignment",
            "roleposition",
            "role",
            "group",
            "category",
            "categoryname",
            "activity",
            "project",
            "where",
            "dienst",
            "bereich",
        ],
    ),
    synonyms(
        "branch",
        &["branch", "branchname", "library", "libraryname", "site", "location", "locationname", "building"],
    ),
    synonyms(
        "date",
        &["date", "startdate", "shiftdate", "begindate", "datum", "workdate", "day", "when", "clockindate"],
    ),
    synonyms("end_date", &["enddate", "finishdate", "endedate", "clockoutdate"]),
    synonyms("day", &["dayofweek", "weekday", "dayname", "dow", "wochentag", "tag"]),
    synonyms(
        "start",
        &[
            "start",
            "starttime",
            "from",
            "begin",
            "begintime",
            "in",
            "timein",
            "clockin",
            "shiftstart",
            "arrival",
            "beginn",
            "von",
            "starts",
            "startat",
            "startdatetime",
            "clockintime",
        ],
    ),
    synonyms(
        "end",
        &[
            "end",
            "endtime",
            "finish",
            "finishtime",
            "to",
            "until",
            "out",
            "timeout",
            "clockout",
            "shiftend",
            "departure",
            "ende",
            "bis",
            "ends",
            "endat",
            "enddatetime",
            "stop",
            "stoptime",
            "clockouttime",
        ],
    ),
    synonyms("open", &["open", "opens", "opentime", "openingtime", "opening"]),
    synonyms("close", &["close", "closes", "closetime", "closingtime", "closing"]),
    synonyms(
        "times",
        &["time", "times", "hours", "shift", "shifttime", "shifthours", "timerange", "shifttimes", "zeit"],
    ),
    synonyms(
        "duration",
        &[
            "duration",
            "length",
            "lengthhours",
            "durationhours",
            "durationminutes",
            "dauer",
            "totalhours",
            "paidhours",
            "scheduledhours",
            "hoursworked",
            "total",
            "regularhours",
        ],
    ),
    synonyms(
        "break_min",
        &[
            "mealbreakmins",
            "unpaidbreakminutes",
            "unpaidbreak",
            "mealbreak",
            "breakminutes",
            "breakmins",
            "break",
            "lunch",
            "breaklength",
            "pause",
            "breakduration",
        ],
    ),
    synonyms("break_start", &["mealbreakstarttime", "breakstart", "lunchstart", "breakstarttime"]),
    synonyms("break_end", &["mealbreakendtime", "breakend", "lunchend", "breakendtime"]),
    synonyms("rest_start", &["restbreakstarttime", "reststart"]),
    synonyms("rest_end", &["restbreakendtime", "restend"]),
    synonyms("published", &["published", "shared", "status"]),
    synonyms("title", &["title", "shifttitle"]),
    synonyms(
        "note",
        &["note", "notes", "comment", "comments", "description", "shiftnotes", "details", "remarks", "employeenote"],
    ),
    synonyms("is_open_shift", &["openshift"]),
    synonyms("role", &["jobtitle", "jobrole", "classification", "positiontitle", "rank", "title", "role", "position"]),
    synonyms("department", &["department", "dept", "team", "unit", "division", "section"]),
    synonyms(
        "weekly_hours",
        &[
            "weeklyhours",
            "hrswk",
            "hoursperweek",
            "hrsperweek",
            "contractedhours",
            "hoursweek",
            "stundenwoche",
            "hrsweek",
            "fte",
        ],
    ),
    synonyms("email", &["email", "emailaddress", "workemail", "mail"]),
    synonyms(
        "count",
        &[
            "count",
            "visits",
            "visitors",
            "gatecount",
            "doorcount",
            "transactions",
            "questions",
            "checkouts",
            "entries",
            "traffic",
            "total",
            "people",
        ],
    ),
    synonyms("hour", &["hour", "hourofday", "hourbeginning", "time", "hourstarting"]),
    synonyms("group", &["group", "type", "sector", "kind"]),
    synonyms("mode", &["mode", "meet", "how"]),
    synonyms("certainty", &["certainty", "confirmed"]),
    synonyms("from", &["validfrom", "effectivefrom"]),
    synonyms("to", &["validto", "validuntil", "effectiveto"]),
];

/// A header without blanks and signs, in small letters.
#[must_use]
pub fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How well a header has a meaning: 0 is best; none where it has not. A unit in brackets changes nothing.
#[must_use]
pub fn rank(field: &Synonyms, header: &str) -> Option<usize> {
    let place = |text: &str| {
        let plain = plain(text);
        field.headers.iter().position(|known| *known == plain)
    };
    place(header).or_else(|| header.split_once('(').and_then(|(name, _)| place(name)))
}

/// The first meaning of a header.
#[must_use]
pub fn field_of(header: &str) -> Option<&'static str> {
    FIELDS.iter().find(|field| rank(field, header).is_some()).map(|field| field.field)
}

/// Whether a header says that its times are in another zone, and which: `Start time (UTC)`, `Start time (Local
/// timezone - America/Chicago)`.
#[must_use]
pub fn without_zone(header: &str) -> (&str, Option<&str>) {
    let Some((name, rest)) = header.split_once('(') else { return (header, None) };
    let inner = rest.trim_end_matches(')').trim();
    let lower = inner.to_lowercase();
    if lower == "utc" || lower == "gmt" {
        return (name.trim(), Some("UTC"));
    }
    if lower.starts_with("local") {
        return (name.trim(), None);
    }
    if inner.contains('/') && inner.parse::<chrono_tz::Tz>().is_ok() {
        return (name.trim(), Some(inner));
    }
    (header, None)
}

#[cfg(test)]
mod tests {
    use super::{field_of, without_zone};

    #[test]
    fn headers_are_known_by_their_words() {
        for (header, field) in [
            ("Employee Name", "staff"),
            ("START_DATE", "date"),
            ("Service Point", "desk"),
            ("Finish time", "end"),
            ("Meal Break (Mins)", "break_min"),
            ("Hrs/wk", "weekly_hours"),
        ] {
            assert_eq!(field_of(header), Some(field), "{header}");
        }
        assert_eq!(field_of("Colour"), None);
    }

    #[test]
    fn a_zone_in_a_header_is_found() {
        assert_eq!(without_zone("Start time (UTC)"), ("Start time", Some("UTC")));
        assert_eq!(without_zone("Start time (Local timezone - America/Chicago)"), ("Start time", None));
        assert_eq!(without_zone("Meal Break (Mins)"), ("Meal Break (Mins)", None));
    }
}
