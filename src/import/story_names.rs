//! Is there a partner, and a figure, of the name that a story gives? The names are put in order, and what names nothing
//! is a problem.

use super::canonical::{STAKEHOLDERS, STORIES};
use super::lexicon::key;
use super::line_reader::LineReader;
use super::stories::{Mention, Named};
use crate::problem::{Code, Problem, Problems, nearest};
use crate::study::{Study, figure_names};

/// Gives each story its partners and its figure.
pub fn name_stories(study: &mut Study, mentions: &[Mention], lines: &mut LineReader<'_>, problems: &mut Problems) {
    for mention in mentions {
        let problem = match mention.named {
            Named::Partner => name_partner(study, mention),
            Named::Figure => name_figure(study, mention),
        };
        if let Some(problem) = problem {
            problems.push(Problem { location: lines.location(STORIES.name, mention.line), ..problem });
        }
    }
}

fn problem(code: Code) -> Problem {
    Problem::new(code, crate::text::Location::of_file(STORIES.name))
}

fn name_partner(study: &mut Study, mention: &Mention) -> Option<Problem> {
    let wanted = key(&mention.text);
    let known = study.stakeholders.iter().map(|partner| &partner.name).find(|name| key(name) == wanted).cloned();
    if let Some(name) = known {
        let partners = &mut study.stories[mention.story].partners;
        if !partners.contains(&name) {
            partners.push(name);
        }
        return None;
    }
    let near = nearest(&mention.text, study.stakeholders.iter().map(|partner| partner.name.as_str()));
    let help = near.map_or_else(
        || format!("write the name as {} writes it, or take the comment out", STAKEHOLDERS.name),
        |near| format!("did you mean `{near}`?"),
    );
    Some(
        problem(Code::W331)
            .says(format!("there is no partner `{}`", mention.text))
            .done("the story is told without this partner")
            .help(help),
    )
}

fn name_figure(study: &mut Study, mention: &Mention) -> Option<Problem> {
    let is_between = |c: char| c.is_whitespace() || c == '_' || c == '-';
    let words: Vec<&str> = mention.text.split(is_between).filter(|word| !word.is_empty()).collect();
    let wanted = words.join("-").to_lowercase();
    let story = &mut study.stories[mention.story];
    let known = figure_names().find(|name| *name == wanted);
    if let (Some(first), Some(other)) = (story.figure, known) {
        return (first != other).then(|| {
            problem(Code::W332)
                .says(format!("the story names the figure `{other}`, and `{first}` before"))
                .done(format!("the story stands at `{first}`"))
                .help("leave one of them: a story stands at one figure")
        });
    }
    if known.is_some() {
        story.figure = known;
        return None;
    }
    let help = nearest(&wanted, figure_names()).map_or_else(
        || format!("the figures are: {}", figure_names().collect::<Vec<&str>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    Some(
        problem(Code::W332)
            .says(format!("there is no figure `{}`", mention.text))
            .done("the story is told without this figure")
            .help(help),
    )
}
