//! Which chapter tells what? A topic with its findings, its figures and what other libraries report, as plain data.

use super::document::Figure;
use crate::analysis::Results;
use crate::finding::{Finding, PracticeFact, Topic, department_swap_findings, practice_facts, topic_findings};
use crate::say;
use crate::scenario::DepartmentSwaps;

/// What a published source reports, as context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it reports.
    pub text: String,
    /// Who says so.
    pub source: String,
    /// Where it can be read.
    pub address: String,
}

/// One chapter of the report.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// A word for anchors.
    pub key: &'static str,
    /// Its heading.
    pub heading: String,
    /// What it is about, in a sentence.
    pub lead: String,
    /// Its claims.
    pub findings: Vec<Finding>,
    /// Its charts with their tables.
    pub figures: Vec<Figure>,
    /// What published sources report.
    pub notes: Vec<Note>,
}

/// Puts findings and figures into their chapters; a chapter without either is left out.
#[must_use]
pub fn chapters(results: &Results, swaps: &DepartmentSwaps, figures: Vec<Figure>) -> Vec<Chapter> {
    let mut figures = figures;
    Topic::ALL
        .into_iter()
        .map(|topic| {
            let (heading, lead) = opening(topic);
            let place = |name: &str, among: &[Figure]| among.iter().position(|figure| figure.chart.name == name);
            let names = topic.charts().iter();
            let own = names.filter_map(|name| place(name, &figures).map(|at| figures.swap_remove(at))).collect();
            Chapter {
                key: topic.key(),
                heading,
                lead,
                findings: findings_of(results, swaps, topic),
                figures: own,
                notes: practice_facts(results, topic).map(note).collect(),
            }
        })
        .filter(|chapter| !chapter.findings.is_empty() || !chapter.figures.is_empty())
        .collect()
}

/// The findings of a topic, and what a swap would give departments.
fn findings_of(results: &Results, swaps: &DepartmentSwaps, topic: Topic) -> Vec<Finding> {
    let mut findings = topic_findings(results, topic);
    if topic == Topic::Departments {
        findings.extend(department_swap_findings(results, swaps));
    }
    findings
}

fn note(fact: &PracticeFact) -> Note {
    Note { text: (fact.text)(), source: (fact.source)(), address: fact.address.to_owned() }
}

fn opening(topic: Topic) -> (String, String) {
    match topic {
        Topic::Staffing => (say!("chapter-staffing"), say!("chapter-staffing-lead")),
        Topic::Partners => (say!("chapter-partners"), say!("chapter-partners-lead")),
        Topic::Groups => (say!("chapter-groups"), say!("chapter-groups-lead")),
        Topic::Hours => (say!("chapter-hours"), say!("chapter-hours-lead")),
        Topic::JobDescriptions => (say!("chapter-job-descriptions"), say!("chapter-job-descriptions-lead")),
        Topic::Planning => (say!("chapter-planning"), say!("chapter-planning-lead")),
        Topic::Departments => (say!("chapter-departments"), say!("chapter-departments-lead")),
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::CHART_NAMES;
    use crate::finding::Topic;

    #[test]
    fn every_chart_stands_in_one_chapter() {
        for name in CHART_NAMES {
            let n = Topic::ALL.iter().filter(|topic| topic.charts().contains(&name)).count();
            assert_eq!(n, 1, "{name}");
        }
    }
}
