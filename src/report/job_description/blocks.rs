//! What is in a Markdown text? Headings, paragraphs, lists and tables, as plain data; what a document of words and
//! tables cannot show (pictures, raw HTML) is left out.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A stretch of text that is set in one way.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Run {
    /// The text; a line break is `\n`.
    pub text: String,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is italic.
    pub is_italic: bool,
}

/// A cell of a table.
pub type Cell = Vec<Run>;

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: its level, 1 to 6, and its text.
    Heading(u8, Vec<Run>),
    /// A paragraph; in a quotation or not.
    Paragraph(Vec<Run>, bool),
    /// An item of a list: how deep it lies, from 0; the number of its list, where its items are numbered; its text.
    Item(u8, Option<usize>, Vec<Run>),
    /// A table: for each column whether it is set to the right; its rows, the first of which is the heading.
    Table(Vec<bool>, Vec<Vec<Cell>>),
}

/// The blocks of a Markdown text.
#[must_use]
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut builder = Builder::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        builder.take(event);
    }
    builder.end_text();
    builder.blocks
}

/// What the text that is read belongs to.
#[derive(Clone, Copy, Default)]
enum Inside {
    #[default]
    Paragraph,
    Heading(u8),
    Cell,
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    inside: Inside,
    n_bold: usize,
    n_italic: usize,
    n_quotes: usize,
    /// The lists around the text: the number of each that is numbered.
    lists: Vec<Option<usize>>,
    n_numbered: usize,
    columns: Vec<bool>,
    rows: Vec<Vec<Cell>>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let (is_bold, is_italic) = (self.n_bold > 0, self.n_italic > 0);
        match self.runs.last_mut() {
            Some(last) if (last.is_bold, last.is_italic) == (is_bold, is_italic) => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), is_bold, is_italic }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.n_bold += 1,
            Tag::Emphasis => self.n_italic += 1,
            Tag::Heading { level, .. } => {
                self.end_text();
                self.inside = Inside::Heading(depth(*level));
            }
            Tag::BlockQuote(_) => self.n_quotes += 1,
            Tag::List(start) => {
                self.end_text();
                self.n_numbered += usize::from(start.is_some());
                self.lists.push(start.map(|_| self.n_numbered));
            }
            Tag::Item | Tag::Paragraph => self.end_text(),
            Tag::Table(alignments) => {
                self.end_text();
                self.columns = alignments.iter().map(|set| *set == Alignment::Right).collect();
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::TableCell => self.inside = Inside::Cell,
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Strong => self.n_bold = self.n_bold.saturating_sub(1),
            TagEnd::Emphasis => self.n_italic = self.n_italic.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => self.end_text(),
            TagEnd::BlockQuote(_) => self.n_quotes = self.n_quotes.saturating_sub(1),
            TagEnd::List(_) => {
                self.end_text();
                self.lists.pop();
            }
            TagEnd::Table => {
                let table = Block::Table(std::mem::take(&mut self.columns), std::mem::take(&mut self.rows));
                self.blocks.push(table);
            }
            _ => {}
        }
    }

    /// Puts the text that was read where it belongs.
    fn end_text(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        match std::mem::take(&mut self.inside) {
            // an empty cell is a cell, too
            Inside::Cell => self.rows.last_mut().into_iter().for_each(|row| row.push(runs.clone())),
            _ if runs.is_empty() => {}
            Inside::Heading(level) => self.blocks.push(Block::Heading(level, runs)),
            Inside::Paragraph => match self.lists.last() {
                Some(list) => {
                    let depth = u8::try_from(self.lists.len() - 1).unwrap_or(u8::MAX);
                    self.blocks.push(Block::Item(depth, *list, runs));
                }
                None => self.blocks.push(Block::Paragraph(runs, self.n_quotes > 0)),
            },
        }
    }
}

const fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Run, blocks};

    fn plain(text: &str) -> Run {
        Run { text: text.to_owned(), ..Run::default() }
    }

    #[test]
    fn markdown_is_read_as_blocks() {
        let bold = |text: &str| Run { is_bold: true, ..plain(text) };
        let read = blocks(
            "# Title\n\nOne *two*\n**three**\n\n- a\n  - b\n\n1. c\n\n> said\n\n| x | y |\n| --- | ---: |\n| 1 \\| 2 | |\n",
        );
        assert_eq!(
            read,
            [
                Block::Heading(1, vec![plain("Title")]),
                Block::Paragraph(
                    vec![plain("One "), Run { is_italic: true, ..plain("two") }, plain(" "), bold("three")],
                    false
                ),
                Block::Item(0, None, vec![plain("a")]),
                Block::Item(1, None, vec![plain("b")]),
                Block::Item(0, Some(1), vec![plain("c")]),
                Block::Paragraph(vec![plain("said")], true),
                Block::Table(
                    vec![false, true],
                    vec![vec![vec![plain("x")], vec![plain("y")]], vec![vec![plain("1 | 2")], vec![]]]
                ),
            ]
        );
    }
}
