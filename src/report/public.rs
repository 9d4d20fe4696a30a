//! What does a packet that leaves the library say of what was merged, and how does it count problems without quoting the
//! rows of anybody?

use super::document::ProblemRow;
use crate::analysis::Results;

use crate::problem::Problems;
use crate::say;
use crate::wording::and_list;
use std::collections::BTreeSet;

/// Branches that the sentence names.
const MOST_BRANCHES: usize = 4;

/// How people are shown, and what stands together, in sentences.
pub fn how_people_are_shown(results: &Results) -> Vec<String> {
    let merged = &results.merged;
    let mut said = vec![say!("public-people")];
    if !merged.roles.is_empty() {
        said.push(say!("public-roles", n = merged.roles.len(), label = merged_role(results)));
    }
    if !merged.departments.is_empty() {
        said.push(say!("public-departments", label = say!("other-departments")));
    }
    if let Some(first) = merged.branches.first() {
        let names: Vec<&str> = merged.branches.iter().map(|branch| results.branch_name(*branch)).collect();
        let label = results.people_branch(*first);
        said.push(say!(
            "public-branches",
            n = merged.branches.len(),
            branches = and_list(&names, MOST_BRANCHES),
            label = label
        ));
    }
    if merged.hides_free_time {
        said.push(say!("public-free-time"));
    }
    said
}

/// The label under which merged roles stand.
fn merged_role(results: &Results) -> String {
    let all = say!("all-staff");
    let is_all = results.people.iter().any(|person| person.role == all);
    if is_all { all } else { say!("other-roles") }
}

/// Problems by their kind; a row's own cells and hours are one person's.
#[must_use]
pub fn counted_problems(problems: &Problems) -> Vec<ProblemRow> {
    let row = |(code, n): (&crate::problem::Code, &usize)| {
        let files: BTreeSet<&str> = problems
            .iter()
            .filter(|problem| problem.code == *code)
            .map(|problem| problem.location.file.as_str())
            .collect();
        let files: Vec<&str> = files.into_iter().collect();
        ProblemRow {
            kind: format!("{} {}", code.severity().name(), code.name()),
            place: and_list(&files, files.len()),
            message: say!("public-problem", title = code.title(), n = *n),
            done: String::new(),
        }
    };
    problems.counts().iter().map(row).collect()
}
