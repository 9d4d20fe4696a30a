//! Of whom are the rows of a table? What a packet that leaves the library asks of every table.
//!
//! The rule stands in `analysis/public.rs`; `tests/it/public.rs` reads this list, fails where a table is missing, and
//! looks at every row of the tables of groups.

/// Of whom a table's rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsOf {
    /// Single people: left out of a public packet.
    SinglePeople,
    /// Groups of people, by the columns `branch`, `role`, and `department` with `with`; labels are those of the results,
    /// where small groups are merged.
    Groups,
    /// No people: desks, partners, opening hours, or the library as a whole.
    Nobody,
}

/// Of whom the rows of a table are, by its name; none for a name that is not on the list.
#[must_use]
pub fn rows_of(table: &str) -> Option<RowsOf> {
    Some(match table {
        "staff_weeks"
        | "blocks"
        | "contact_slots"
        | "conflicts"
        | "staff_overlap"
        | "department_slots"
        | "common_slots"
        | "sources"
        | "best_schedule_changes"
        | "unlocks" => RowsOf::SinglePeople,
        // for the public, staff_time has a row for each branch
        "staff_time" | "role_time" | "department_overlap" | "department_swaps" | "duties" | "role_descriptions"
        | "planning" | "week_grid" | "comparison_roles" => RowsOf::Groups,
        "findings"
        | "stakeholder_outcomes"
        | "tentative_outcomes"
        | "outcomes_by_weekday"
        | "groups"
        | "practice"
        | "desk_cover"
        | "desk_grid"
        | "hours_options"
        | "quiet_desk"
        | "comparison"
        | "comparison_findings"
        | "comparison_partners"
        | "comparison_changes"
        | "robustness"
        | "trade_off"
        | "ask_back" => RowsOf::Nobody,
        _ => return None,
    })
}
