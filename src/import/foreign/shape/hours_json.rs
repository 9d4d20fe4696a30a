//! Opening hours in JSON: of a library calendar, of schema.org, or as a catalog serves them. Every problem names the path
//! of its value.

use super::hours::{JsonSource, libcal, lines, regular, schema_org};
use super::{Fit, Shape};
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::{Code, Problem};
use serde_json::Value;

/// Reads the opening hours of a JSON text: how it was understood, its lines as a sheet, and what came of it. None where
/// the text is no JSON, or holds no hours that are known here; a text that is JSON up to some place is a problem there.
#[must_use]
pub fn read_hours_json(file: &str, text: &str, context: &ImportContext) -> Option<(Fit, Sheet, SheetReading)> {
    let text = text.trim_start_matches('\u{feff}');
    if !looks_like_json(text) {
        return None;
    }
    let root = match serde_json::from_str::<Value>(text) {
        Ok(root) => root,
        Err(error) => {
            let sheet = lines(file, text);
            let reading = unsound(&sheet, &error);
            return Some((Fit::new(Shape::LibCalHours, Target::Hours, None, 0), sheet, reading));
        }
    };
    let source = JsonSource::of(file, text);
    let (shape, reading) = read_value(&source, &root, context)?;
    Some((Fit::new(shape, Target::Hours, None, 95), source.sheet, reading))
}

fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start();
    // `[Name],[Day]` may be the header of a table
    let list = text.strip_prefix('[').map(str::trim_start);
    text.starts_with('{') || list.is_some_and(|rest| rest.starts_with(['{', '[', '"', ']']))
}

fn read_value(source: &JsonSource, root: &Value, context: &ImportContext) -> Option<(Shape, SheetReading)> {
    let locations = libcal::locations(root);
    if !locations.is_empty() {
        return Some((Shape::LibCalHours, libcal::read(source, &locations, context)));
    }
    let places = schema_org::places(root);
    if !places.is_empty() {
        return Some((Shape::SchemaOrgHours, schema_org::read(source, &places, context)));
    }
    let locations = regular::locations(root);
    (!locations.is_empty()).then(|| (Shape::LibCalHours, regular::read(source, &locations, context)))
}

/// The line and the column at which a text stops being JSON.
fn unsound(sheet: &Sheet, error: &serde_json::Error) -> SheetReading {
    let mut reading = SheetReading::default();
    let at = At { row: error.line().saturating_sub(1), column: 0 };
    reading.problems.push(
        Problem::new(Code::E501, sheet.location(at))
            .says(format!("the file is not sound JSON: {error}"))
            .done("nothing is imported")
            .help("export the file again, whole"),
    );
    reading
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::cases::{codes, context};
    use super::super::hours::cases::hours_rows;
    use super::read_hours_json;

    fn shape(text: &str) -> Option<Shape> {
        read_hours_json("a.json", text, &context()).map(|(fit, ..)| fit.shape)
    }

    #[test]
    fn each_kind_is_known_by_its_keys() {
        assert_eq!(shape(r#"{"locations": [{"lid": 1, "name": "Main", "weeks": []}]}"#), Some(Shape::LibCalHours));
        assert_eq!(
            shape(r#"{"@graph": [{"name": "Main", "openingHours": "Mo 09:00-17:00"}]}"#),
            Some(Shape::SchemaOrgHours)
        );
        assert_eq!(shape(r#"{"location": {"name": "Main", "hours": {"regular": []}}}"#), Some(Shape::LibCalHours));
        for text in [
            "",
            "Branch,Mon\nMain,9-5",
            "[Name],[Day]",
            r#"{"name": "offdesk"}"#,
            "[]",
            "[1, 2]",
            r#"{"locations": 3}"#,
        ] {
            assert_eq!(shape(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_that_breaks_off_is_a_problem_on_its_line() {
        let text = "\u{feff}{\"locations\": [\n{\"name\": \"Main\",\n";
        let read = read_hours_json("a.json", text, &context());
        let problem = read.as_ref().and_then(|(_, _, reading)| reading.problems.iter().next());
        assert_eq!(
            problem.map(|problem| (problem.code.name(), problem.message.contains("line 3"))),
            Some(("E501", true))
        );
    }

    #[test]
    fn nothing_that_is_json_stops_the_reading() {
        for value in ["null", "3", "\"x\"", "[]", "{}", "[[]]", "[{\"lid\": null}]", "{\"regular\": [[]]}"] {
            for text in [
                format!("{{\"locations\": [{{\"lid\": 1, \"name\": {value}, \"weeks\": {value}}}]}}"),
                format!(
                    "{{\"locations\": [{{\"name\": \"a\", \"weeks\": [{{\"Monday\": {value}, \"Sunday\": {{\"date\": {value}, \"times\": {value}}}}}]}}]}}"
                ),
                format!("{{\"name\": {value}, \"openingHours\": {value}, \"openingHoursSpecification\": {value}}}"),
                format!(
                    "{{\"openingHoursSpecification\": {{\"dayOfWeek\": {value}, \"opens\": {value}, \"validFrom\": {value}}}}}"
                ),
                format!("{{\"name\": {value}, \"hours\": {{\"regular\": [{value}, {{\"day\": {value}}}]}}}}"),
            ] {
                let rows = read_hours_json("a.json", &text, &context())
                    .map_or_else(Vec::new, |(_, _, reading)| hours_rows(&reading));
                assert!(rows.len() < 8, "{text}");
            }
        }
        let deep = "[".repeat(100_000);
        let read = read_hours_json("a.json", &deep, &context());
        assert_eq!(read.map(|(_, _, reading)| codes(&reading)), Some(vec!["E501"]));
    }
}
