//! What do the templates set? The document's texts and figures as data; nothing is computed here.

use super::paper_table::{PaperTable, paper_tables};
use super::press::{PART_PX, chart_file, part_file};
use crate::finding::Finding;
use crate::report::chapter::Chapter;
use crate::report::document::{Document, Figure};
use crate::report::stories::story_about;
use crate::report::what_if::WhatIf;
use crate::say;
use crate::study::{Paper, Story};
use serde_json::{Value, json};

/// The name by which Typst knows a sheet.
const fn sheet_name(paper: Paper) -> &'static str {
    match paper {
        Paper::Letter => "us-letter",
        Paper::A4 => "a4",
    }
}

/// What both templates read of the document as such.
pub(super) fn frame(document: &Document, paper: Paper) -> serde_json::Map<String, Value> {
    let frame = json!({
        "lang": crate::wording::LANGUAGE,
        "region": "US",
        "paper": sheet_name(paper),
        "title": document.title,
        "library": document.library,
        "subtitle": document.subtitle,
        "description": say!("pdf-description", period = &document.period),
    });
    if let Value::Object(frame) = frame { frame } else { serde_json::Map::new() }
}

/// Everything that the whole report reads.
pub(super) fn whole(document: &Document, paper: Paper) -> Value {
    let mut data = frame(document, paper);
    let tables = paper_tables(document);
    let mut set = |name: &str, value: Value| data.insert(name.to_owned(), value);
    set("words", words());
    set("n_figures", json!(document.figures().count()));
    set("foot", json!(document.foot()));
    set("caution", json!(document.caution));
    set("headlines", document.headlines.iter().map(|one| json!({"number": one.number, "label": one.label})).collect());
    set("findings", findings(&document.findings));
    set("what_if", document.what_if.as_ref().map_or(Value::Null, |own| what_if(own, &tables)));
    set("chapters", document.chapters.iter().map(|own| chapter(own, &tables)).collect());
    set("left_out", json!(document.left_out));
    set("stories", document.stories.iter().map(story).collect());
    set("tables", tables.iter().map(PaperTable::data).collect());
    set(
        "settings",
        document
            .settings
            .iter()
            .map(|one| json!({"name": one.name, "value": one.value, "is_default": one.is_default, "why": one.why}))
            .collect(),
    );
    set("problem_count", json!(say!("quality-lead", problems = &document.problem_count)));
    set("inputs", document.inputs.iter().map(input).collect());
    set("problems", problems(document));
    set(
        "more_problems",
        json!(match document.n_more_problems {
            0 => String::new(),
            n => say!("more-problems", n = n),
        }),
    );
    set("method", document.method.iter().map(|(name, rule)| json!([name, rule])).collect());
    set("fingerprints", document.fingerprints.iter().map(|print| json!([print.name, print.value])).collect());
    Value::Object(data)
}

fn words() -> Value {
    json!({
        "figure": say!("figure"),
        "page": say!("page-of", page = "{page}", pages = "{pages}"),
        "note": say!("page-note"),
        "contents": say!("contents"),
        "figures": say!("figures"),
        "findings": say!("findings-heading"),
        "changes": say!("what-if-changes"),
        "comes-of-it": say!("what-if-comes"),
        "measures": say!("what-if-measures"),
        "a-week": say!("what-if-for-a-week"),
        "practice": say!("page-notes"),
        "stories": say!("stories-heading"),
        "tables": say!("tables-behind-figures"),
        "tables-lead": say!("tables-behind-figures-lead"),
        "settings": say!("settings-heading"),
        "setting": say!("settings-name"),
        "value": say!("settings-value"),
        "meaning": say!("settings-why"),
        "default": say!("settings-default"),
        "quality": say!("quality-heading"),
        "file": say!("quality-file"),
        "read": say!("quality-read"),
        "used": say!("quality-used"),
        "left-out": say!("quality-left-out"),
        "kind": say!("quality-kind"),
        "place": say!("quality-place"),
        "wrong": say!("quality-wrong"),
        "done": say!("quality-done"),
        "method": say!("method-heading"),
        "fingerprint": say!("fingerprint-heading"),
        "fingerprint-lead": say!("fingerprint-lead"),
    })
}

pub(super) fn findings(findings: &[Finding]) -> Value {
    findings
        .iter()
        .map(|finding| json!({"sentence": finding.sentence, "number": finding.number(), "per": finding.per(), "bound": finding.bound()}))
        .collect()
}

pub(super) fn story(story: &Story) -> Value {
    json!({"about": story_about(story), "heading": story.heading, "paragraphs": story.paragraphs})
}

fn what_if(own: &WhatIf, tables: &[PaperTable]) -> Value {
    let scenario = |one: &crate::report::what_if::ScenarioPart| {
        json!({
            "title": one.title, "why": one.why, "changes": one.changes, "findings": findings(&one.findings),
        })
    };
    let row = |row: &crate::report::what_if::MeasureRow| {
        let cells: Vec<Value> = row
            .cells
            .iter()
            .map(|cell| json!({"amount": cell.amount, "difference": cell.difference, "word": cell.word}))
            .collect();
        json!({"label": row.label, "wanted": row.wanted, "cells": cells})
    };
    json!({
        "heading": own.heading,
        "about": own.about,
        "scenarios": own.scenarios.iter().map(scenario).collect::<Vec<_>>(),
        "measures": {"columns": own.sides, "rows": own.measures.iter().map(row).collect::<Vec<_>>()},
        "figures": own.figures.iter().map(|one| figure(one, tables)).collect::<Vec<_>>(),
        "left_out": own.left_out,
    })
}

fn chapter(own: &Chapter, tables: &[PaperTable]) -> Value {
    let note = |note: &crate::report::chapter::Note| json!({"text": note.text, "source": note.source, "address": note.address});
    json!({
        "heading": own.heading,
        "lead": own.lead,
        "findings": findings(&own.findings),
        "figures": own.figures.iter().map(|one| figure(one, tables)).collect::<Vec<_>>(),
        "notes": own.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

/// A figure, and where its table stands.
fn figure(own: &Figure, tables: &[PaperTable]) -> Value {
    let table = match tables.iter().find(|table| table.figures.contains(&own.number)) {
        Some(_) => say!("table-follows"),
        None if own.n_rows > 0 => {
            say!("table-in-file", file = format!("tables/{}.csv", own.chart.table), n = own.n_rows)
        }
        None => String::new(),
    };
    let (width, height) = own.chart.size_without_title();
    let part = |(n, part): (usize, &crate::chart::Cropped)| json!({"file": part_file(own.chart.name, n), "width": part.width, "height": part.height, "alt": own.chart.description});
    json!({
        "number": own.number,
        "title": own.chart.title,
        "file": chart_file(own.chart.name),
        "alt": own.chart.description,
        "width": width,
        "height": height,
        "parts": own.chart.parts_without_title(PART_PX).iter().enumerate().map(part).collect::<Vec<_>>(),
        "table": table,
        "stories": own.stories.iter().map(story).collect::<Vec<_>>(),
    })
}

fn input(input: &crate::study::InputFile) -> Value {
    let unlocks = (!input.is_present).then(|| say!("quality-not-there", what = input.unlocks));
    json!({
        "name": input.name, "read": input.n_rows, "used": input.n_used(), "left_out": input.n_left_out,
        "unlocks": unlocks,
    })
}

fn problems(document: &Document) -> Value {
    document
        .problems
        .iter()
        .map(|one| json!({"kind": one.kind, "place": one.place, "message": one.message, "done": one.done}))
        .collect()
}
