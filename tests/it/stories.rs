//! Does each story stand where the figure it illuminates stands, and is what it names checked?

use crate::study::{folder, sample};
use offdesk::analysis::analyze;
use offdesk::chart::draw;
use offdesk::finding::findings;
use offdesk::import::{MemoryFolder, read_study};
use offdesk::problem::{Code, Problems};
use offdesk::report::{Document, Parts, document, render_html, story_about};
use offdesk::scenario::department_swaps;
use offdesk::study::Story;
use offdesk::table::tables;

/// The report on a study of some files, cut to a branch where one is named.
fn report(files: &MemoryFolder, branch: Option<&str>) -> (Document, Problems) {
    let reading = read_study(files, &toml::Table::new(), &|settings| settings.branch = branch.map(str::to_owned));
    let results = analyze(&reading.study);
    let findings = findings(&results);
    let (tables, tables_left_out) = tables(&results, &findings, &[]).unwrap();
    let document = document(Parts {
        results: &results,
        findings,
        what_if: None,
        department_swaps: &department_swaps(&reading.study, &results),
        drawn: draw(&results, &[], 960).unwrap(),
        tables: &tables,
        tables_left_out,
        inputs: &reading.study.inputs,
        problems: &reading.problems,
        receipts: Vec::new(),
        fingerprints: Vec::new(),
    });
    (document, reading.problems)
}

fn headings(stories: &[Story]) -> Vec<&str> {
    stories.iter().map(|story| story.heading.as_str()).collect()
}

/// The stories at a figure.
fn at<'d>(document: &'d Document, name: &str) -> Vec<&'d str> {
    document.figures().find(|figure| figure.chart.name == name).map_or_else(Vec::new, |one| headings(&one.stories))
}

const SCHEDULE: (&str, &str) = (
    "desk-schedule.csv",
    "staff,day,start,end,activity\nAna,Tue,09:00,17:00,shift\nAna,Tue,10:00,12:00,desk\nBen,Tue,09:00,17:00,shift\n",
);
const HOURS: (&str, &str) = ("library-hours.csv", "day,open,close\nTue,09:00,17:00\n");
const PARTNERS: (&str, &str) =
    ("stakeholders.csv", "stakeholder,day,start,end\nOak House,Tue,10:00,12:00\nElm School,Tue,13:00,15:00\n");

#[test]
fn a_story_stands_at_its_figure_else_at_partners_time_else_at_the_end() {
    let stories = "## One\n<!-- FIGURE : Time Use -->\nText.\n## Two\n<!-- partner: oak  house -->\n<!-- partner: Elm School -->\nText.\n## Three\nText.\n## Four\n<!-- figure: quiet-desk, partner: Oak House -->\nText.\n";
    let (document, problems) = report(&folder(&[SCHEDULE, HOURS, PARTNERS, ("stories.md", stories)]), None);
    assert_eq!(at(&document, "time-use"), ["One"]);
    assert_eq!(at(&document, "partner-time"), ["Two"]);
    let two = document.figures().flat_map(|figure| &figure.stories).find(|story| story.heading == "Two").unwrap();
    assert_eq!(story_about(two), "A story: Oak House and Elm School");
    // without desk-traffic.csv there is no figure of quiet time
    assert_eq!(headings(&document.stories), ["Three", "Four"]);
    assert_eq!(document.stories.iter().map(story_about).collect::<Vec<String>>(), ["A story", "A story: Oak House"]);
    assert!(!problems.has(Code::W331) && !problems.has(Code::W332));
}

#[test]
fn what_a_story_names_and_is_not_there_is_a_warning_with_its_line_and_the_nearest_name() {
    let stories = "## One\n\n<!-- partner: Oak Hause,\n     figure: time-uses -->\nText.\n\n## Two\n<!-- figure: week --> <!-- figure: time-use -->\nText.\n";
    let (document, problems) = report(&folder(&[SCHEDULE, HOURS, PARTNERS, ("stories.md", stories)]), None);
    let said: Vec<(&str, u32, &str, &str)> = problems
        .iter()
        .filter(|problem| problem.location.file == "stories.md")
        .map(|problem| {
            (problem.code.name(), problem.location.line, problem.location.text.as_str(), problem.help.as_str())
        })
        .collect();
    let expected = [
        ("W331", 3, "<!-- partner: Oak Hause,", "did you mean `Oak House`?"),
        ("W332", 4, "     figure: time-uses -->", "did you mean `time-use`?"),
        (
            "W332",
            8,
            "<!-- figure: week --> <!-- figure: time-use -->",
            "leave one of them: a story stands at one figure",
        ),
    ];
    assert_eq!(said, expected);
    assert_eq!((headings(&document.stories), at(&document, "week")), (vec!["One"], vec!["Two"]));
}

#[test]
fn a_branch_tells_the_stories_of_its_own_partners() {
    let files = MemoryFolder::of(sample("river-county"));
    let told = |branch: Option<&str>| {
        let (document, _) = report(&files, branch);
        let of_figures: Vec<String> =
            document.figures().flat_map(|figure| &figure.stories).map(|story| story.heading.clone()).collect();
        (of_figures, document.stories.len())
    };
    let (nurse, pantry) = ("A nurse in the meeting room".to_owned(), "The pantry line".to_owned());
    assert_eq!(told(None), (vec![nurse.clone(), pantry], 0));
    assert_eq!(told(Some("Tamber Falls")), (vec![nurse], 0));
    assert_eq!(told(Some("Oxbow Bend")), (Vec::new(), 0));
}

#[test]
fn the_page_tells_a_story_after_its_figure_and_escapes_it() {
    let stories = "## A & B <i>\n<!-- partner: Oak House -->\nShe said <b>yes</b>.\n";
    let (document, _) = report(&folder(&[SCHEDULE, HOURS, PARTNERS, ("stories.md", stories)]), None);
    let page = render_html(&document).unwrap();
    let figure = page.find("id=\"chart-partner-time\"").unwrap();
    let story = page.find("<article class=\"story\">").unwrap();
    let next = page[figure..].find("</section>").unwrap() + figure;
    assert!(figure < story && story < next, "{figure} {story} {next}");
    assert!(page.contains("She said &lt;b&gt;yes") || page.contains("She said &#60;b&#62;yes"));
    assert!(!page.contains("id=\"stories\""), "no empty section");
}
