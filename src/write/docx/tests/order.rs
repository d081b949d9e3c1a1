//! The order of elements that the schema asks for: Word refuses a file, or drops a property, where it is another. Source: ISO/IEC 29500-1,
//! annex A.

use super::tree::Node;
use super::{all, trees, write};

/// What may stand in an element, in this order; `+` after what may stand there more than once. The lists name what the schema has around
/// that which is written, so that a property that is added finds its place.
const ORDERS: &[(&str, &str)] = &[
    ("w:document", "w:background w:body"),
    ("w:ftr", "w:p+"),
    ("w:p", "w:pPr w:r+"),
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs \
         w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd \
         w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment \
         w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange",
    ),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof \
         w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd \
         w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath",
    ),
    ("w:r", "w:rPr w:t+ w:br+ w:tab+ w:noBreakHyphen+ w:drawing w:fldChar w:instrText"),
    ("w:tabs", "w:tab+"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr+"),
    ("w:tblGrid", "w:gridCol+"),
    (
        "w:tblPr",
        "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd \
         w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription w:tblPrChange",
    ),
    ("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:tr", "w:tblPrEx w:trPr w:tc+"),
    // Any order by the schema; one is kept to all the same.
    ("w:trPr", "w:cnfStyle w:gridBefore w:gridAfter w:cantSplit w:trHeight w:tblHeader w:jc w:hidden"),
    ("w:tc", "w:tcPr w:p+"),
    (
        "w:tcPr",
        "w:cnfStyle w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark",
    ),
    ("w:tcBorders", "w:top w:left w:bottom w:right w:insideH w:insideV w:tl2br w:tr2bl"),
    ("w:tcMar", "w:top w:left w:bottom w:right"),
    (
        "w:sectPr",
        "w:headerReference+ w:footerReference+ w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType \
         w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid w:printerSettings",
    ),
    (
        "w:settings",
        "w:writeProtection w:view w:zoom w:removePersonalInformation w:bordersDoNotSurroundHeader w:bordersDoNotSurroundFooter \
         w:proofState w:defaultTabStop w:defaultTableStyle w:evenAndOddHeaders w:drawingGridHorizontalSpacing \
         w:drawingGridVerticalSpacing w:characterSpacingControl w:noLineBreaksAfter w:noLineBreaksBefore w:compat w:rsids w:themeFontLang",
    ),
    (
        "w:compat",
        "w:spaceForUL w:noColumnBalance w:balanceSingleByteDoubleByteWidth w:noExtraLineSpacing w:doNotLeaveBackslashAlone \
         w:ulTrailSpace w:doNotExpandShiftReturn w:adjustLineHeightInTable w:useFELayout w:compatSetting+",
    ),
    ("w:styles", "w:docDefaults w:latentStyles w:style+"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    (
        "w:style",
        "w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked \
         w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr",
    ),
    ("w:fonts", "w:font+"),
    ("w:font", "w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig"),
    ("wp:inline", "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic"),
    ("pic:pic", "pic:nvPicPr pic:blipFill pic:spPr"),
    ("pic:nvPicPr", "pic:cNvPr pic:cNvPicPr"),
    ("pic:blipFill", "a:blip a:srcRect a:stretch"),
    ("pic:spPr", "a:xfrm a:prstGeom a:noFill a:ln"),
];

/// Checks an element and all within it.
fn check(node: &Node, part: &str) {
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == node.name) {
        let order: Vec<&str> = order.split_whitespace().collect();
        let mut least = 0;
        for child in &node.inside {
            let place = order.iter().position(|name| name.trim_end_matches('+') == child.name);
            let place = place.unwrap_or_else(|| panic!("{part}: {} in {}", child.name, node.name));
            // In a run text and breaks take turns.
            let takes_turns = node.name == "w:r" && order[place].ends_with('+');
            assert!(place >= least || takes_turns, "{part}: {} too late in {}", child.name, node.name);
            least = if order[place].ends_with('+') { place } else { place + 1 };
        }
    } else {
        let is_listed = node.inside.is_empty() || !node.name.starts_with("w:") || EXEMPT.contains(&&*node.name);
        assert!(is_listed, "{part}: no order for {}", node.name);
    }
    node.inside.iter().for_each(|child| check(child, part));
}

/// What is looked at by itself, or holds one element.
const EXEMPT: [&str; 4] = ["w:body", "w:rPrDefault", "w:pPrDefault", "w:drawing"];

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    for (name, report) in all() {
        for (part, root) in trees(&write(&report)) {
            check(&root, &format!("{name}, {part}"));
            for body in root.named("w:body") {
                let (last, rest) = body.inside.split_last().expect("a section");
                assert_eq!(last.name, "w:sectPr");
                assert!(rest.iter().all(|node| matches!(&*node.name, "w:p" | "w:tbl")));
                // Two tables without a paragraph between them become one.
                assert!(!rest.windows(2).any(|pair| pair.iter().all(|node| node.name == "w:tbl")));
                assert_ne!(rest.last().map(|node| &*node.name), Some("w:tbl"));
            }
        }
    }
}

#[test]
fn a_wrong_order_is_seen() {
    let wrong = |xml: &str| {
        let node = super::tree::read(xml.as_bytes());
        std::panic::catch_unwind(|| check(&node, "")).is_err()
    };
    assert!(!wrong("<w:pPr><w:keepNext/><w:spacing/><w:jc/></w:pPr>"));
    assert!(wrong("<w:pPr><w:jc/><w:spacing/></w:pPr>"));
    assert!(wrong("<w:pPr><w:jc/><w:jc/></w:pPr>"));
    assert!(wrong("<w:tc><w:p/><w:tcPr/></w:tc>"));
    assert!(wrong("<w:pPr><w:other/></w:pPr>"));
}
