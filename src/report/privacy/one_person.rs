//! Which rows and charts of a packet are of one person? Counted from the labels that stand in them, whoever wrote them.

use crate::analysis::Results;
use crate::say;
use crate::table::{RowsOf, Table, rows_of};
use std::collections::{BTreeMap, BTreeSet};

/// A table or chart that shows single people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfOnePerson {
    /// The file of the packet.
    pub file: String,
    /// Whether all of it is of single people: then how many rows; else the groups of one person.
    pub groups: Vec<String>,
    /// How many rows.
    pub n_rows: usize,
}

/// Every table and chart that shows single people, or groups of one.
pub fn of_one_person(results: &Results, tables: &[Table], files: &[&str]) -> Vec<OfOnePerson> {
    let week = files.iter().filter(|file| file.ends_with("/week.svg"));
    let week = week.map(|file| OfOnePerson { file: (*file).to_owned(), groups: Vec::new(), n_rows: 0 });
    tables.iter().filter_map(|table| of_table(results, table)).chain(week).collect()
}

fn of_table(results: &Results, table: &Table) -> Option<OfOnePerson> {
    let column = |name: &str| table.columns.iter().position(|(own, _)| *own == name);
    let file = format!("tables/{}.csv", table.name);
    let n_rows = table.n_rows();
    let is_of_people = rows_of(table.name) == Some(RowsOf::SinglePeople) || column("staff").is_some();
    if is_of_people {
        return (n_rows > 0).then_some(OfOnePerson { file, groups: Vec::new(), n_rows });
    }
    let rows = table.first_rows(n_rows);
    let groups: BTreeSet<String> = match rows_of(table.name) {
        Some(RowsOf::Groups) => {
            let columns = ["branch", "role", "department", "with"].map(column);
            let cells = |row: &[String]| columns.map(|at| at.and_then(|at| row.get(at)).cloned().unwrap_or_default());
            let keys: BTreeSet<[String; 4]> = rows.iter().map(|row| cells(row)).collect();
            let counted = Counted::of(results);
            keys.into_iter()
                .flat_map(|[branch, role, one, other]| counted.groups_of_one(&branch, &role, [&one, &other]))
                .collect()
        }
        _ => extremes(&rows, column("key"), column("first_least_h")),
    };
    (!groups.is_empty()).then_some(OfOnePerson { file, n_rows: groups.len(), groups: groups.into_iter().collect() })
}

/// The least and the greatest of people's shares, and what is left without one person.
fn extremes(rows: &[Vec<String>], key: Option<usize>, least: Option<usize>) -> BTreeSet<String> {
    let cell = |row: &Vec<String>, at: Option<usize>| at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
    let shares = rows.iter().map(|row| cell(row, key)).filter(|key| key.ends_with("_desk_share"));
    let away = rows.iter().filter(|row| !cell(row, least).is_empty()).map(|row| cell(row, Some(0)));
    shares.chain(away).collect()
}

/// Who stands behind a label.
struct Counted<'r> {
    results: &'r Results,
    /// By branch as it is shown: everybody who works there, by place in the results.
    branches: BTreeMap<String, BTreeSet<usize>>,
}

impl<'r> Counted<'r> {
    fn of(results: &'r Results) -> Counted<'r> {
        let mut branches: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for account in &results.staff_time {
            for label in [results.people_branch(account.branch), results.whole_branch(), String::new()] {
                branches.entry(label).or_default().insert(account.staff.index());
            }
            // departments stand with their branch, whatever is merged
            branches.entry(results.branch_name(account.branch).to_owned()).or_default().insert(account.staff.index());
        }
        Counted { results, branches }
    }

    /// The groups of a row that are one person.
    fn groups_of_one(&self, branch: &str, role: &str, departments: [&str; 2]) -> Vec<String> {
        let Some(here) = self.branches.get(branch) else { return Vec::new() };
        let is_everybody = role.is_empty() || role == "every role" || role == say!("all-staff");
        let people = |is_of: &dyn Fn(usize) -> bool| here.iter().filter(|staff| is_of(**staff)).count();
        let named = |what: &str| {
            if branch.is_empty() { what.to_owned() } else { say!("privacy-group", what = what, branch = branch) }
        };
        let mut found = Vec::new();
        let has_departments = departments.iter().any(|department| !department.is_empty());
        if !is_everybody && people(&|staff| self.results.people[staff].role == role) == 1 {
            found.push(named(role));
        }
        if is_everybody && !has_departments && here.len() == 1 {
            found.push(branch.to_owned());
        }
        for department in departments.into_iter().filter(|department| !department.is_empty()) {
            if people(&|staff| self.results.people[staff].department == department) == 1 {
                found.push(named(department));
            }
        }
        found
    }
}
