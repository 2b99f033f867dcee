//! Puts the parts of every property list into the order the format prescribes.
//!
//! The library writes them in an order of its own. Most readers do not mind; the
//! schema does, and a file that may become a legal record should follow it. Works on
//! the library's regular output only, it is no general XML reader.

/// Property lists and the prescribed order of what they may hold here (ECMA-376 part 1, 17).
const ORDERS: [(&str, &[&str]); 8] = [
    (
        "w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "textAlignment",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "strike",
            "vanish",
            "color",
            "spacing",
            "sz",
            "szCs",
            "highlight",
            "u",
            "shd",
            "vertAlign",
            "lang",
        ],
    ),
    ("w:pBdr", &["top", "left", "bottom", "right"]),
    (
        "w:tblPr",
        &[
            "tblStyle",
            "tblW",
            "jc",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblLook",
        ],
    ),
    (
        "w:tblBorders",
        &["top", "left", "bottom", "right", "insideH", "insideV"],
    ),
    ("w:tblCellMar", &["top", "left", "bottom", "right"]),
    (
        "w:tcPr",
        &[
            "tcW",
            "gridSpan",
            "vMerge",
            "tcBorders",
            "shd",
            "noWrap",
            "tcMar",
            "vAlign",
        ],
    ),
    (
        "w:sectPr",
        &[
            "headerReference",
            "footerReference",
            "type",
            "pgSz",
            "pgMar",
            "pgNumType",
            "cols",
            "titlePg",
            "docGrid",
        ],
    ),
];

/// The XML with every property list in order.
pub fn in_order(xml: &str) -> String {
    ORDERS.iter().fold(xml.to_owned(), |xml, (list, order)| {
        sorted(&xml, list, order)
    })
}

fn sorted(xml: &str, list: &str, order: &[&str]) -> String {
    let (open, close) = (format!("<{list}>"), format!("</{list}>"));
    let mut pieces = xml.split(&open);
    let mut out = String::with_capacity(xml.len());
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        out.push_str(&open);
        let Some((inside, after)) = piece.split_once(&close) else {
            out.push_str(piece);
            continue;
        };
        let place = |child: &&str| {
            let name = child_name(child);
            order.iter().position(|each| *each == name)
        };
        let mut children = children(inside);
        children.sort_by_key(|child| place(child).unwrap_or(order.len()));
        out.extend(children);
        out.push_str(&close);
        out.push_str(after);
    }
    out
}

/// `<w:jc w:val="left" />` gives `jc`.
fn child_name(child: &str) -> &str {
    let name = child.trim_start_matches("<w:");
    name.split([' ', '>', '/']).next().unwrap_or_default()
}

/// The elements that stand directly inside, each with all it holds.
fn children(inside: &str) -> Vec<&str> {
    let mut children = Vec::new();
    let mut rest = inside;
    while let Some(length) = first_element(rest) {
        let (child, after) = rest.split_at(length);
        children.push(child);
        rest = after;
    }
    if !rest.is_empty() {
        children.push(rest);
    }
    children
}

/// Length of the element the text begins with.
fn first_element(text: &str) -> Option<usize> {
    let tag_end = text.find('>')? + 1;
    if text[..tag_end].ends_with("/>") {
        return Some(tag_end);
    }
    let close = format!("</w:{}>", child_name(text));
    text.find(&close).map(|at| at + close.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn property_lists_come_in_the_prescribed_order_inside_out() {
        let xml = r#"<w:p><w:pPr><w:rPr><w:sz w:val="26" /><w:b /><w:rFonts w:ascii="T" /></w:rPr><w:jc w:val="left" /><w:tabs><w:tab w:pos="1" /></w:tabs></w:pPr><w:r><w:rPr /></w:r></w:p>"#;
        assert_eq!(
            in_order(xml),
            r#"<w:p><w:pPr><w:tabs><w:tab w:pos="1" /></w:tabs><w:jc w:val="left" /><w:rPr><w:rFonts w:ascii="T" /><w:b /><w:sz w:val="26" /></w:rPr></w:pPr><w:r><w:rPr /></w:r></w:p>"#
        );
    }
}
