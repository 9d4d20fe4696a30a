//! Is anything wrong with a study's scenarios? Each is read and applied; what cannot be done is said.

use super::apply::apply;
use crate::import::{Folder, read_scenario, scenario_names};
use crate::problem::{Problems, Severity};
use crate::study::Study;
use crate::time::Period;

/// Every problem of every scenario of a study.
#[must_use]
pub fn scenario_problems(folder: &dyn Folder, study: &Study, period: &Period) -> Problems {
    let mut problems = Problems::default();
    for name in scenario_names(folder) {
        let (scenario, found) = read_scenario(folder, &name, study);
        if found.n_of(Severity::Error) == 0 {
            problems.append(apply(study, period, &scenario).problems);
        }
        problems.append(found);
    }
    problems.sort();
    problems
}
