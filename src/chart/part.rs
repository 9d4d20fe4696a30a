//! Which elements of a picture are seen in a part of it?

/// Half the height of the largest sign, in pixels.
const HALF_SIGN: i32 = 8;

/// The SVG without the elements that end above `top` or begin below `end`, in pixels.
pub fn seen(svg: &str, top: i32, end: i32) -> String {
    let mut kept = String::with_capacity(svg.len() / 2);
    let mut rest = svg;
    while !rest.is_empty() {
        let (element, after) = rest.split_at(length(rest));
        if span(element).is_none_or(|(from, to)| to > top && from < end) {
            kept.push_str(element);
        }
        rest = after;
    }
    kept
}

/// How many bytes the element at the start of `text` takes up, with its line end: a text has its words on lines of their
/// own.
fn length(text: &str) -> usize {
    let closing = if text.starts_with("<text") { "</text>" } else { "" };
    let inside = text.find(closing).unwrap_or(0);
    text[inside..].find('\n').map_or(text.len(), |n| inside + n + 1)
}

/// From where to where an element reaches downward; none where it is no element that is drawn.
fn span(element: &str) -> Option<(i32, i32)> {
    let attributes = element.split('\n').next().unwrap_or(element);
    let number = |name: &str| value(attributes, name)?.parse::<i32>().ok();
    match attributes.split(' ').next()? {
        "<rect" => number("y").zip(number("height")).map(|(y, height)| (y, y + height)),
        "<text" => number("y").map(|y| (y - HALF_SIGN, y + HALF_SIGN)),
        "<circle" => number("cy").zip(number("r")).map(|(y, radius)| (y - radius, y + radius)),
        "<line" => number("y1").zip(number("y2")).map(|(a, b)| (a.min(b), a.max(b))),
        "<polygon" | "<polyline" => {
            let points = value(attributes, "points")?.split_whitespace();
            let heights: Option<Vec<i32>> = points.map(|point| point.split(',').nth(1)?.parse().ok()).collect();
            heights.and_then(|heights| heights.iter().copied().min().zip(heights.iter().copied().max()))
        }
        _ => None,
    }
}

fn value<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let start = attributes.find(&format!(" {name}=\""))? + name.len() + 3;
    attributes[start..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn what_reaches_into_the_part_is_kept_and_the_frame_of_the_picture_too() {
        let svg = "<svg width=\"9\" height=\"90\" viewBox=\"0 40 9 20\">\n<g id=\"all\">\n<rect x=\"0\" y=\"0\" width=\"9\" height=\"90\"/>\n\
            <rect x=\"0\" y=\"10\" width=\"9\" height=\"9\"/>\n<text x=\"1\" y=\"15\" dy=\"0.5ex\">\nabove\n</text>\n\
            <text x=\"1\" y=\"50\" dy=\"0.5ex\">\nhere\n</text>\n<line x1=\"0\" y1=\"80\" x2=\"9\" y2=\"55\"/>\n\
            <polygon points=\"1,70 2,80 3,75\"/>\n<circle cx=\"1\" cy=\"62\" r=\"3\"/>\n</g>\n</svg>\n";
        let kept = seen(svg, 40, 60);
        assert!(!kept.contains("above") && !kept.contains("y=\"10\"") && !kept.contains("polygon"), "{kept}");
        for part in ["<svg", "<g id", "height=\"90\"/>", "here", "<line", "<circle", "</g>\n</svg>\n"] {
            assert!(kept.contains(part), "{part}: {kept}");
        }
    }
}
