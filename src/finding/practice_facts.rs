//! What do published sources report about desk time and what goes with it? Facts with their sources, and nothing else: all
//! of it is context. None of these sources recommends a number, and none is a standard.
//!
//! The words of a fact are a message; what can be drawn has a name in the chart, too.

use super::topic::Topic;
use crate::say;

/// One thing that a published source reports.
#[derive(Clone, Copy, Debug)]
pub struct PracticeFact {
    /// What it reports, in our words.
    pub text: fn() -> String,
    /// The topic that it belongs to.
    pub topic: Topic,
    /// Who says so.
    pub source: fn() -> String,
    /// When, where that is known.
    pub year: Option<u16>,
    /// Where it can be read.
    pub address: &'static str,
    /// The desk hours that it reports, where it reports any that can be set beside others.
    pub desk: Option<DeskHours>,
}

/// Desk hours of a full-time librarian as a source gives them.
#[derive(Clone, Copy, Debug)]
pub struct DeskHours {
    /// Whose hours they are, in the chart.
    pub name: fn() -> String,
    /// The least.
    pub low: f64,
    /// The most; as the least for a single number.
    pub high: f64,
    /// The mean, where the source gives it.
    pub mean: Option<f64>,
    /// In which unit these are.
    pub given: Given,
}

/// In which unit a source gives desk hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Hours a week.
    HoursAWeek,
    /// Hours a day.
    HoursADay,
    /// A percentage of the time at work.
    Percent,
}

/// Days in a week of work.
const DAYS: f64 = 5.0;
/// Hours in a full-time week, as the federal survey of public libraries counts it.
pub const FULL_WEEK_HOURS: f64 = 40.0;

impl DeskHours {
    /// A number of this unit as hours a week: five days, or a week of forty hours.
    #[must_use]
    pub fn a_week(&self, number: f64) -> f64 {
        match self.given {
            Given::HoursAWeek => number,
            Given::HoursADay => number * DAYS,
            Given::Percent => number / 100.0 * FULL_WEEK_HOURS,
        }
    }
}

const fn desk(name: fn() -> String, (low, high): (f64, f64), mean: Option<f64>, given: Given) -> DeskHours {
    DeskHours { name, low, high, mean, given }
}

/// Who says something, in which year where that is known, and where it can be read.
type Source = (fn() -> String, Option<u16>, &'static str);

const fn fact(text: fn() -> String, topic: Topic, source: Source, desk: Option<DeskHours>) -> PracticeFact {
    let (source, year, address) = source;
    PracticeFact { text, topic, source, year, address, desk }
}

const LIBREF: Source = (|| say!("practice-by-libref"), Some(1992), "https://discmaster.textfiles.com/view/28244");
const SURVEY_1969: Source = (
    || say!("practice-by-survey-1969"),
    Some(1969),
    "http://www.bibliopub.com/lrd/lrd-sub/21-reference-services/595-desk-staffing-patterns-professional",
);
const BLOG: Source =
    (|| say!("practice-by-blog"), Some(2009), "http://hhibner.blogspot.com/2009/09/off-desk-time.html");
const FORUM: Source =
    (|| say!("practice-by-forum"), Some(2025), "https://www.reddit.com/r/Libraries/comments/1j4fidd/");
const SPEC_KIT: Source =
    (|| say!("practice-by-spec-kit"), None, "https://publications.arl.org/Outreach-Engagement-SPEC-Kit-361/13");

/// Every fact, in the order in which they are told.
pub const PRACTICE_FACTS: [PracticeFact; 17] = [
    fact(
        || say!("practice-academic-1992"),
        Topic::Staffing,
        LIBREF,
        Some(desk(|| say!("practice-academic-1992-name"), (12.5, 12.5), None, Given::HoursAWeek)),
    ),
    fact(
        || say!("practice-academic-1969"),
        Topic::Staffing,
        SURVEY_1969,
        Some(desk(|| say!("practice-academic-1969-name"), (2.0, 8.0), Some(4.5), Given::HoursADay)),
    ),
    fact(
        || say!("practice-half"),
        Topic::Staffing,
        BLOG,
        Some(desk(|| say!("practice-half-name"), (50.0, 50.0), None, Given::Percent)),
    ),
    fact(
        || say!("practice-seven-hour-day"),
        Topic::Staffing,
        FORUM,
        Some(desk(|| say!("practice-seven-hour-day-name"), (4.0, 5.0), None, Given::HoursADay)),
    ),
    fact(
        || say!("practice-eight-hour-day"),
        Topic::Staffing,
        FORUM,
        Some(desk(|| say!("practice-eight-hour-day-name"), (5.0, 6.0), None, Given::HoursADay)),
    ),
    fact(
        || say!("practice-nearly-all"),
        Topic::Staffing,
        BLOG,
        Some(desk(|| say!("practice-nearly-all-name"), (8.0, 8.0), None, Given::HoursADay)),
    ),
    fact(
        || say!("practice-grapevine"),
        Topic::Staffing,
        (|| say!("practice-by-publib"), Some(2007), "https://lists.webjunction.org/wjlists/publib/2007-March/104565"),
        None,
    ),
    fact(|| say!("practice-stint"), Topic::Staffing, FORUM, None),
    fact(
        || say!("practice-minimum-staff"),
        Topic::Staffing,
        (|| say!("practice-by-wilmington"), None, "https://wilmlibrary.org/about/policies/minimum-staffing"),
        None,
    ),
    fact(
        || say!("practice-on-call"),
        Topic::Staffing,
        (|| say!("practice-by-rusq"), None, "https://www.journals.ala.org/index.php/rusq/article/view/2907/2989"),
        None,
    ),
    fact(
        || say!("practice-consultations"),
        Topic::Staffing,
        (
            || say!("practice-by-arndt"),
            Some(2010),
            "https://docslib.org/doc/11466790/reference-service-without-the-desk",
        ),
        None,
    ),
    fact(
        || say!("practice-school-year"),
        Topic::Partners,
        (
            || say!("practice-by-school-blog"),
            Some(2011),
            "https://booksdogsandfrogs.wordpress.com/2011/08/18/scheduling-the-school-year/",
        ),
        None,
    ),
    fact(
        || say!("practice-obstacles"),
        Topic::Partners,
        (|| say!("practice-by-outreach-journal"), None, "https://doi.org/10.21900/j.jloe.v3.950"),
        None,
    ),
    fact(|| say!("practice-descriptions"), Topic::JobDescriptions, SPEC_KIT, None),
    fact(
        || say!("practice-time-audit"),
        Topic::Planning,
        (
            || say!("practice-by-storytime"),
            Some(2025),
            "http://www.adventuresinstorytime.com/2025/01/time-audit-childrens-librarian.html",
        ),
        None,
    ),
    fact(
        || say!("practice-interruptions"),
        Topic::Planning,
        (|| say!("practice-by-blog-june"), Some(2009), "http://hhibner.blogspot.com/2009/06/department-goals.html"),
        None,
    ),
    fact(|| say!("practice-volunteers"), Topic::Departments, SPEC_KIT, None),
];
