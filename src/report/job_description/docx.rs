//! How does a Markdown text become a Word document? Headings, lists and tables in real styles, with a title and a
//! language, tables whose first row repeats on each page, and a page number. The same text gives the same bytes.

use super::blocks::{Block, Cell, Run, blocks};
use super::docx_parts::{CONTENT_TYPES, DOCUMENT_RELATIONS, NAMESPACE, PACKAGE_RELATIONS, SETTINGS, STYLES};
use crate::report::ReportError;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
/// The width of the text on a Letter page with margins of an inch, in twentieths of a point.
const TEXT_W: usize = 9360;

/// A Word document of a Markdown text, under a title.
///
/// # Errors
/// When the archive cannot be made.
pub fn render_docx(markdown: &str, title: &str) -> Result<Vec<u8>, ReportError> {
    let blocks = blocks(markdown);
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", PACKAGE_RELATIONS.to_owned()),
        ("docProps/core.xml", core(title)),
        ("word/document.xml", document(&blocks)),
        ("word/styles.xml", STYLES.to_owned()),
        ("word/numbering.xml", numbering(&blocks)),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/footer1.xml", footer(title)),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.to_owned()),
    ];
    let refuse = |reason: String| ReportError::Document(reason);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // a fixed date: the same text gives the same bytes
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        archive.start_file(name, options).map_err(|error| refuse(error.to_string()))?;
        archive.write_all(text.as_bytes()).map_err(|error| refuse(error.to_string()))?;
    }
    Ok(archive.finish().map_err(|error| refuse(error.to_string()))?.into_inner())
}

/// A text as XML, without the characters that XML cannot hold.
fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control() || *c == '\n') {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(c),
        }
    }
    safe
}

fn core(title: &str) -> String {
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>offdesk</dc:creator><dc:language>en-US</dc:language></cp:coreProperties>"#,
        xml(title)
    )
}

/// The title at the left, the page at the right.
fn footer(title: &str) -> String {
    let field = |name: &str| format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    format!(
        r#"{XML}<w:ftr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r><w:r><w:tab/></w:r>{}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{}</w:p></w:ftr>"#,
        xml(title),
        field("PAGE"),
        field("NUMPAGES")
    )
}

fn document(blocks: &[Block]) -> String {
    let mut body = String::new();
    let mut heading = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, runs) => {
                heading = runs.iter().map(|run| run.text.as_str()).collect();
                body.push_str(&paragraph(&format!(r#"<w:pStyle w:val="Heading{level}"/>"#), runs));
            }
            Block::Paragraph(runs, is_quote) => {
                body.push_str(&paragraph(if *is_quote { r#"<w:pStyle w:val="Quote"/>"# } else { "" }, runs));
            }
            Block::Item(depth, list, runs) => body.push_str(&item((*depth).min(2), *list, runs)),
            Block::Table(columns, rows) => body.push_str(&table(columns, rows, &heading)),
        }
    }
    format!(
        r#"{XML}<w:document xmlns:w="{NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1300" w:right="1440" w:bottom="1200" w:left="1440" w:header="720" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    )
}

fn paragraph(properties: &str, runs: &[Run]) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:pPr>{properties}</w:pPr>") };
    format!("<w:p>{properties}{}</w:p>", runs.iter().map(run).collect::<String>())
}

/// Bold text in brackets is what the library still has to complete, and stands out.
fn run(run: &Run) -> String {
    let mut how = String::new();
    if run.is_bold && run.text.starts_with('[') {
        how.push_str(r#"<w:rStyle w:val="ToComplete"/>"#);
    } else if run.is_bold {
        how.push_str("<w:b/><w:bCs/>");
    }
    if run.is_italic {
        how.push_str("<w:i/><w:iCs/>");
    }
    let how = if how.is_empty() { how } else { format!("<w:rPr>{how}</w:rPr>") };
    let lines = xml(&run.text).replace('\n', r#"</w:t><w:br/><w:t xml:space="preserve">"#);
    format!(r#"<w:r>{how}<w:t xml:space="preserve">{lines}</w:t></w:r>"#)
}

fn item(depth: u8, list: Option<usize>, runs: &[Run]) -> String {
    let (style, number) = list.map_or(("ListBullet", 1), |n| ("ListNumber", n + 1));
    let properties = format!(
        r#"<w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>"#
    );
    paragraph(&properties, runs)
}

/// Bullets for all lists; numbers that begin anew for each numbered list.
fn numbering(blocks: &[Block]) -> String {
    let level = |at: usize, format: &str, text: &str| {
        let indent = 360 * (at + 1);
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="280"/></w:pPr></w:lvl>"#
        )
    };
    let bullets: String = ["•", "–", "•"].iter().enumerate().map(|(at, sign)| level(at, "bullet", sign)).collect();
    let numbers: String = (0..3).map(|at| level(at, "decimal", &format!("%{}.", at + 1))).collect();
    let most = |block: &Block| if let Block::Item(_, list, _) = block { list.unwrap_or(0) } else { 0 };
    let n_lists = blocks.iter().map(most).max().unwrap_or(0);
    let mut lists = r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#.to_owned();
    for list in 1..=n_lists {
        let anew: String = (0..3)
            .map(|at| format!(r#"<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>"#))
            .collect();
        let _ = write!(lists, r#"<w:num w:numId="{}"><w:abstractNumId w:val="1"/>{anew}</w:num>"#, list + 1);
    }
    format!(
        r#"{XML}<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>{lists}</w:numbering>"#
    )
}

/// A table over the width of the text, the first column wider than the others; its caption is the heading it stands under.
fn table(columns: &[bool], rows: &[Vec<Cell>], heading: &str) -> String {
    let n = columns.len().max(1);
    let first = if n == 1 { TEXT_W } else { TEXT_W * 4 / (n + 7) };
    let widths: Vec<usize> = (0..n).map(|at| if at == 0 { first } else { (TEXT_W - first) / (n - 1) }).collect();
    let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    let mut text = format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="Shares"/><w:tblW w:w="{TEXT_W}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"#,
        xml(heading)
    );
    for (at, row) in rows.iter().enumerate() {
        let repeats = if at == 0 { "<w:tblHeader/>" } else { "" };
        let _ = write!(text, "<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>");
        // the last row is held to what follows by nothing, all others to the next row: a short table stays on one page
        let keeps = if at + 1 < rows.len() { "<w:keepNext/>" } else { "" };
        for (place, width) in widths.iter().enumerate() {
            let side = if columns.get(place) == Some(&true) { r#"<w:jc w:val="right"/>"# } else { "" };
            let runs = row.get(place).map_or(&[][..], Vec::as_slice);
            let inner = paragraph(&format!(r#"<w:pStyle w:val="TableText"/>{keeps}{side}"#), runs);
            let _ = write!(text, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>"#);
        }
        text.push_str("</w:tr>");
    }
    text + r#"</w:tbl><w:p><w:pPr><w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>"#
}
