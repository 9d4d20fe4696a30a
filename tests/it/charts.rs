//! Is every chart whole, said aloud and free of cut or overlapping text, also with 2 and 40 people and names in other
//! scripts?

use crate::study::{folder, sample_results};
use offdesk::analysis::{Results, analyze};
use offdesk::chart::{CHART_NAMES, Chart, Drawn, Hint, Rasterizer, draw, missing_glyphs};
use offdesk::import::read_study;
use offdesk::study::{PeopleShown, Study};

fn charts(results: &Results) -> Vec<Chart> {
    let drawn = draw(results, &[], 960).unwrap();
    drawn.into_iter().filter_map(|one| if let Drawn::Chart(chart) = one { Some(*chart) } else { None }).collect()
}

/// The texts of a chart: left, right, top, bottom and what they say. Widths are those of the font, nearly.
fn texts(chart: &Chart) -> Vec<(f64, f64, f64, f64, String)> {
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("").to_owned()
    };
    let mut found = Vec::new();
    for part in chart.svg.split("<text").skip(1) {
        let (tag, rest) = part.split_once('>').unwrap();
        let text = rest
            .split("</text>")
            .next()
            .unwrap()
            .trim()
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&quot;", "\"");
        let number = |name: &str| attribute(tag, name).parse::<f64>().unwrap();
        let (x, y, size) = (number("x"), number("y"), number("font-size"));
        let width: f64 = text
            .chars()
            .map(|c| {
                if c.is_ascii_uppercase() || !c.is_ascii() {
                    0.62
                } else if " .,:-'il()".contains(c) {
                    0.28
                } else {
                    0.54
                }
            })
            .sum::<f64>()
            * size;
        let left = match attribute(tag, "text-anchor").as_str() {
            "middle" => x - width / 2.0,
            "end" => x - width,
            _ => x,
        };
        found.push((left, left + width, y - size * 0.55, y + size * 0.45, text));
    }
    found
}

fn check(results: &Results) {
    let charts = charts(results);
    assert!(charts.len() >= 3);
    check_charts(&charts);
}

/// Every text lies in its picture and apart from every other; the picture can be said.
pub fn check_charts(charts: &[Chart]) {
    for chart in charts {
        assert!(
            chart.svg.contains("role=\"img\"") && chart.svg.contains("<title id=") && chart.svg.contains("<desc id="),
            "{}",
            chart.name
        );
        assert!(!chart.title.is_empty() && !chart.subtitle.is_empty() && chart.description.len() > 30);
        check_hints(chart);
        let texts = texts(chart);
        assert!(texts.iter().any(|text| text.4.starts_with("Source:")), "{} has no source line", chart.name);
        for (left, right, top, bottom, text) in &texts {
            let fits =
                *left >= 0.0 && *right <= f64::from(chart.width) && *top >= 0.0 && *bottom <= f64::from(chart.height);
            assert!(fits, "`{text}` of {} is cut: {left:.0} to {right:.0} of {}", chart.name, chart.width);
        }
        for (n, a) in texts.iter().enumerate() {
            for b in &texts[n + 1..] {
                // texts that touch by less than two pixels do not overlap for a reader
                let is_apart = a.1 <= b.0 + 2.0 || b.1 <= a.0 + 2.0 || a.3 <= b.2 + 3.0 || b.3 <= a.2 + 3.0;
                assert!(is_apart, "`{}` and `{}` of {} overlap", a.4, b.4, chart.name);
            }
        }
    }
}

/// Parts of every picture say something; they lie in the picture, below its subtitle.
fn check_hints(chart: &Chart) {
    assert!(!chart.hints.is_empty(), "no part of {} says anything", chart.name);
    for Hint { area, text } in &chart.hints {
        let is_inside =
            area.x >= 0 && area.y >= chart.head_px && area.x + area.w <= chart.width && area.y + area.h <= chart.height;
        assert!(is_inside && area.w > 0 && area.h > 0, "`{text}` of {} is at {area:?}", chart.name);
        let is_sentence = text.ends_with('.') && text.len() > 15 && !text.contains("{$") && !text.contains("hint-");
        assert!(is_sentence, "`{text}` of {}", chart.name);
    }
    let (parts, n_cut) = (chart.parts(500), chart.parts(500).len());
    assert!(n_cut != 1 && (n_cut == 0 || !chart.cuts.is_empty()), "{} in {n_cut} parts", chart.name);
    let ends = parts.iter().scan(chart.head_px, |top, part| {
        let is_next = part.0 == *top && part.1 > 0;
        *top = part.0 + part.1;
        Some((is_next, *top))
    });
    let ends: Vec<(bool, i32)> = ends.collect();
    assert!(ends.iter().all(|end| end.0) && ends.last().is_none_or(|end| end.1 == chart.height), "{}", chart.name);
    let (svg, height) = chart.without_head();
    assert!(svg.contains(&format!("height=\"{height}\" viewBox=\"0 {} {} {height}\"", chart.head_px, chart.width)));
}

/// A branch of so many people and partners with long and foreign names.
fn crowd(n_people: usize, n_partners: usize) -> Results {
    analyze(&crowded_study(n_people, n_partners))
}

/// The same, before it is analyzed.
pub fn crowded_study(n_people: usize, n_partners: usize) -> Study {
    let names = [
        "Maximiliana Wolkenstein-Rodenegg y Çelebi-Łukasiewicz",
        "王小明",
        "יעל כהן-לוי",
        "محمد عبد الرحمن",
        "Zoë Ångström",
        "O'Brien & Sons <x>",
    ];
    let mut schedule = "staff,day,start,end,activity,desk\n".to_owned();
    let mut staff = "staff,role,department,outreach\n".to_owned();
    for n in 0..n_people {
        let name = format!("{} {n}", names[n % names.len()]);
        schedule.push_str(&format!(
            "{name},Mon-Fri,0{}:00,17:00,shift,\n{name},Mon-Fri,1{}:00,1{}:30,desk,Desk {}\n",
            7 + n % 3,
            n % 4,
            2 + n % 4,
            n % 3
        ));
        staff.push_str(&format!("{name},Role of the very long name {},Department {},yes\n", n % 7, n % 4));
    }
    let mut windows = "stakeholder,group,priority,day,start,end,mode\n".to_owned();
    for n in 0..n_partners {
        windows.push_str(&format!(
            "{} school and community partnership {n},{} and their families {},{},Mon/Wed,1{}:00,18:00,go\n",
            names[n % names.len()],
            names[n % names.len()],
            n % 28,
            n % 3 + 1,
            n % 5
        ));
    }
    let files = [
        ("desk-schedule.csv", schedule.as_str()),
        ("library-hours.csv", "day,open,close\nMon-Fri,09:00,17:00\n"),
        ("staff.csv", &staff),
        ("stakeholders.csv", &windows),
    ];
    let folder = folder(&files);
    let reading = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names);
    reading.study
}

#[test]
fn charts_of_the_samples_are_whole() {
    for name in ["maple-street", "one-room", "river-county"] {
        for shown in [PeopleShown::Roles, PeopleShown::Names, PeopleShown::Public] {
            check(&sample_results(name, shown));
        }
    }
}

#[test]
fn charts_are_whole_with_2_8_and_40_people_and_names_in_other_scripts() {
    for (n_people, n_partners) in [(2, 1), (8, 8), (40, 45)] {
        check(&crowd(n_people, n_partners));
    }
}

#[test]
fn every_chart_is_drawn_for_maple_street_and_left_out_with_a_sentence_elsewhere() {
    let drawn = draw(&sample_results("maple-street", PeopleShown::Roles), &[], 960).unwrap();
    let names: Vec<&str> =
        drawn.iter().map(|one| if let Drawn::Chart(chart) = one { chart.name } else { "" }).collect();
    assert_eq!(names, CHART_NAMES);
    let drawn = draw(&sample_results("one-room", PeopleShown::Roles), &["quiet-desk".to_owned()], 960).unwrap();
    assert!(matches!(&drawn[..], [Drawn::LeftOut("quiet-desk", why)] if why.contains("desk-traffic.csv")));
}

#[test]
fn a_png_has_twice_the_pixels_and_the_tones_of_its_svg() {
    let results = sample_results("maple-street", PeopleShown::Roles);
    let drawn = draw(&results, &["time-use".to_owned()], 960).unwrap();
    let [Drawn::Chart(chart)] = &drawn[..] else { panic!("one chart") };
    let png = Rasterizer::new(None).unwrap().png(chart).unwrap();
    let size = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((size(16), size(20)), (1920, u32::try_from(chart.height).unwrap() * 2));
    assert!(chart.svg.contains("#1B3A5C"), "desk time has its tone");
}

#[test]
fn signs_that_the_font_does_not_have_are_known() {
    assert!(missing_glyphs("Zoë Núñez Łukasz").is_empty());
    assert_eq!(missing_glyphs("a王b"), ['王']);
}

#[test]
fn no_name_is_shown_unless_names_are_asked_for() {
    let named = sample_results("maple-street", PeopleShown::Names);
    let names: Vec<String> = named.staff_time.iter().map(|account| named.person(account.staff).label.clone()).collect();
    for shown in [PeopleShown::Roles, PeopleShown::Public] {
        for chart in charts(&sample_results("maple-street", shown)) {
            for name in &names {
                assert!(!chart.svg.contains(name.as_str()), "{} shows {name}", chart.name);
            }
        }
    }
}
