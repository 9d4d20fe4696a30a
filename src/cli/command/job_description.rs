//! `offdesk job-description`: a sample description of one role, whose shares of time come from the schedule.

use super::study::{Analyzed, analyzed, end_of, out_folder, remark_on_problems};
use super::what_if::what_if;
use crate::analysis::{LEAST_PEOPLE, Results};
use crate::cli::args::{DocumentFormat, JobDescriptionArgs};
use crate::cli::disk::{Output, read_file};
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::import::{Folder, JOB_DESCRIPTION_FILE};
use crate::problem::nearest;
use crate::report::{Job, fill, job_values, render_docx};
use crate::scenario::Side;
use crate::study::{PeopleShown, StaffId, Study};
use crate::wording::JOB_DESCRIPTION_TEMPLATE;
use serde_json::json;

/// Writes a sample job description.
///
/// # Errors
/// When the study or the template cannot be read, there is no such role, or the file cannot be written.
pub fn run(args: &JobDescriptionArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    let template = Template::of(args, &analyzed)?;
    if args.print_template {
        drop(progress);
        printer.line(template.text.trim_end())?;
        return Ok(end_of(&analyzed));
    }
    let asked = args.role.as_deref().unwrap_or_default();
    let (role, people) = people_of(&analyzed.study, asked)?;
    refuse_one_person(&analyzed.results, &role, &people)?;
    let scenario = match &args.scenario {
        None => None,
        Some(name) => match what_if(&analyzed, std::slice::from_ref(name), printer)? {
            Some(mut found) => found.sides.pop(),
            None => return Ok(End::Problems),
        },
    };
    let beside = scenario.as_ref().map(|side: &Side| (side.title.as_str(), &side.results));
    if let Some((_, results)) = beside {
        refuse_one_person(results, &role, &people)?;
    }
    let job = Job { role: &role, people: &people, today: &analyzed.results, scenario: beside };
    let values = job_values(&job).ok_or_else(|| nobody(&role, job.scenario.map_or(&analyzed.results, |own| own.1)))?;
    let text =
        fill(&template.text, &values).map_err(|error| CliError::NoSuchThing(format!("{}, {error}", template.name)))?;
    let folder = out_folder(args.out.as_ref(), &args.study.study, "job-descriptions");
    let name = file_name(&role, args.scenario.as_deref());
    let mut output = Output::into_folder(&folder)?;
    let mut written = Vec::new();
    for (format, ending) in [(DocumentFormat::Md, "md"), (DocumentFormat::Docx, "docx")] {
        if args.format.contains(&format) {
            let file = format!("{name}.{ending}");
            let bytes =
                if format == DocumentFormat::Md { text.clone().into_bytes() } else { render_docx(&text, &role)? };
            output.write(&file, &bytes)?;
            written.push(folder.join(file).display().to_string());
        }
    }
    output.finish(false)?;
    drop(progress);
    if printer.flags().json {
        printer.json(&json!({"role": role, "scenario": args.scenario, "template": template.name, "files": written}))?;
        return Ok(end_of(&analyzed));
    }
    printer.line(&format!("Wrote {}.", written.join(" and ")))?;
    printer.line("What stands in [brackets] is for the library to complete.")?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

/// A template and what it is called in a message.
struct Template {
    name: String,
    text: String,
}

impl Template {
    /// The one that is named, else the study's own, else the built-in one.
    fn of(args: &JobDescriptionArgs, analyzed: &Analyzed) -> Result<Template, CliError> {
        let own = analyzed.folder.files().unwrap_or_default().iter().any(|name| name == JOB_DESCRIPTION_FILE);
        let (name, bytes) = match &args.template {
            Some(path) => (path.display().to_string(), read_file(path)?),
            None if own => {
                let path = args.study.study.join(JOB_DESCRIPTION_FILE);
                (path.display().to_string(), read_file(&path)?)
            }
            None => ("the built-in template".to_owned(), JOB_DESCRIPTION_TEMPLATE.as_bytes().to_vec()),
        };
        let text = String::from_utf8(bytes)
            .map_err(|_| CliError::NoSuchThing(format!("{name} is not a text in UTF-8: save it as plain text")))?;
        Ok(Template { name, text })
    }
}

/// A role as staff.csv writes it, and everybody who holds it.
fn people_of(study: &Study, asked: &str) -> Result<(String, Vec<StaffId>), CliError> {
    let is_asked = |role: &str| role.to_lowercase() == asked.trim().to_lowercase();
    let people: Vec<StaffId> = (0..study.staff.len())
        .map(StaffId::at)
        .filter(|staff| !asked.trim().is_empty() && is_asked(&study.member(*staff).role))
        .collect();
    if let Some(first) = people.first() {
        return Ok((study.member(*first).role.clone(), people));
    }
    let mut roles: Vec<&str> =
        study.staff.iter().map(|member| member.role.as_str()).filter(|role| !role.is_empty()).collect();
    roles.sort_unstable();
    roles.dedup();
    let help = match (nearest(asked, roles.iter().copied()), roles.is_empty()) {
        (_, true) => "staff.csv names no roles".to_owned(),
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, _) => format!("the roles are: {}", roles.join(", ")),
    };
    Err(CliError::NoSuchThing(format!("there is no role `{asked}`; {help}")))
}

/// For the public, a description shows no single person's schedule: neither that of a role which is merged, nor that of
/// the one person in a role who may meet partners, or may not.
fn refuse_one_person(results: &Results, role: &str, people: &[StaffId]) -> Result<(), CliError> {
    let is_merged = results.merged.roles.iter().any(|merged| merged.to_lowercase() == role.to_lowercase());
    let tells_one = results.job_time(people).is_some_and(|time| {
        let n_others = time.n_people - time.n_eligible;
        time.n_people < LEAST_PEOPLE || (n_others > 0 && n_others.min(time.n_eligible) == 1)
    });
    if results.settings.people_shown == PeopleShown::Public && (is_merged || tells_one) {
        return Err(CliError::NoSuchThing(format!(
            "too few people hold the role `{role}`: its description would show one person's schedule; leave --public out, and keep it inside the library"
        )));
    }
    Ok(())
}

fn nobody(role: &str, results: &Results) -> CliError {
    let branch = match &results.settings.branch {
        Some(branch) => format!(" at {branch}"),
        None => String::new(),
    };
    CliError::NoSuchThing(format!(
        "nobody in the role `{role}` is on the schedule{branch}, {}",
        crate::study::period_in_words(&results.period)
    ))
}

/// A file's name: letters and digits of role and scenario, in small letters, with dashes between.
fn file_name(role: &str, scenario: Option<&str>) -> String {
    let words = |text: &str| -> String {
        let said = text.chars().filter(|c| !matches!(c, '\'' | '’'));
        let letters: String = said.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        letters.to_lowercase().split_whitespace().collect::<Vec<&str>>().join("-")
    };
    let role = words(role);
    let role = if role.is_empty() { "role".to_owned() } else { role };
    scenario.map_or(role.clone(), |scenario| format!("{role}-{}", words(scenario)))
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_the_role_and_the_scenario() {
        assert_eq!(file_name("Children's Librarian", None), "childrens-librarian");
        assert_eq!(file_name("Branch Manager / IT", Some("one-desk")), "branch-manager-it-one-desk");
        assert_eq!(file_name("…", None), "role");
    }
}
