//! Where in a record does each cell stand? The record is scanned again, so that a quoted cell is underlined whole.

/// The byte ranges of the cells of one record, quotation marks included, as RFC 4180 cuts them.
#[must_use]
pub fn cell_ranges(record: &str, delimiter: u8) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let (mut start, mut is_quoted) = (0, false);
    for (at, byte) in record.bytes().enumerate() {
        match byte {
            b'"' => is_quoted ^= record.as_bytes()[start] == b'"',
            _ if byte == delimiter && !is_quoted => {
                ranges.push((start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    ranges.push((start, record.trim_end_matches(['\r', '\n']).len().max(start)));
    ranges
}

/// Whether a cell holds nothing that a person would see.
#[must_use]
pub fn is_blank(cell: &str) -> bool {
    cell.chars().all(|c| c.is_whitespace() || c == '\u{a0}' || c == '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::cell_ranges;

    #[test]
    fn a_delimiter_within_quotation_marks_does_not_end_a_cell() {
        let record = "Ana,\"Main, North\",\"say \"\"hi\"\"\",09:00\r\n";
        let cells: Vec<&str> = cell_ranges(record, b',').into_iter().map(|(a, b)| &record[a..b]).collect();
        assert_eq!(cells, ["Ana", "\"Main, North\"", "\"say \"\"hi\"\"\"", "09:00"]);
    }
}
