//! The package: its parts find each other, nothing in it depends on the machine or the time, and typefaces are set for all letters.

use super::tree::Node;
use super::{all, document, every_kind, parts, trees, write};
use crate::write::Report;

fn part(bytes: &[u8], name: &str) -> Node {
    trees(bytes).into_iter().find(|(own, _)| own == name).expect("a part").1
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (name, report) in all() {
        assert_eq!(write(&report), write(&report), "{name}");
    }
    let bytes = write(&every_kind());
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a ZIP");
    for at in 0..archive.len() {
        assert_eq!(archive.by_index(at).expect("a part").last_modified(), Some(zip::DateTime::DEFAULT));
    }
}

#[test]
fn every_block_is_a_step() {
    let mut steps = Vec::new();
    let report = every_kind();
    super::super::write(&report, &mut |step| steps.push(step)).expect("a file");
    assert_eq!(steps, (1..=report.blocks.len()).collect::<Vec<_>>());
}

#[test]
fn references_find_their_parts() {
    for (name, report) in all() {
        let bytes = write(&report);
        let names: Vec<String> = parts(&bytes).into_iter().map(|(name, _)| name).collect();
        let kinds = part(&bytes, "[Content_Types].xml");
        let of_part: Vec<_> = kinds.children("Override").filter_map(|kind| kind.attribute("PartName")).collect();
        let of_ending: Vec<_> = kinds.children("Default").filter_map(|kind| kind.attribute("Extension")).collect();
        for own in names.iter().filter(|own| *own != "[Content_Types].xml") {
            let ending = own.rsplit('.').next().expect("an ending");
            let is_known = of_part.contains(&&*format!("/{own}")) || ending != "xml" && of_ending.contains(&ending);
            assert!(is_known, "{name}: {own} is of no kind");
        }
        assert!(of_part.iter().all(|part| names.iter().any(|own| format!("/{own}") == **part)));

        let relations = part(&bytes, "word/_rels/document.xml.rels");
        let relations: Vec<_> = relations.children("Relationship").collect();
        let mut known: Vec<_> = relations.iter().filter_map(|own| own.attribute("Id")).collect();
        for relation in &relations {
            let target = format!("word/{}", relation.attribute("Target").expect("a target"));
            assert!(names.contains(&target), "{name}: {target}");
        }
        let root = document(&bytes);
        for node in root.all() {
            for (attribute, value) in &node.attributes {
                assert!(!attribute.starts_with("r:") || known.contains(&&**value), "{name}: {value}");
            }
        }
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), count);
        for relation in part(&bytes, "_rels/.rels").children("Relationship") {
            assert!(names.iter().any(|own| Some(&**own) == relation.attribute("Target")));
        }
    }
}

#[test]
fn typefaces_are_set_for_all_letters() {
    for (name, root) in trees(&write(&every_kind())) {
        for face in root.named("w:rFonts") {
            let faces: Vec<_> = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|own| face.attribute(own)).to_vec();
            assert!(faces[0].is_some() && faces.iter().all(|own| *own == faces[0]), "{name}: {faces:?}");
            assert_eq!(face.attributes.len(), 4);
        }
        let themes = root.all().into_iter().any(|node| node.name.to_lowercase().contains("theme"));
        assert!(!themes, "{name}");
    }
    let bytes = write(&every_kind());
    let fonts = part(&bytes, "word/fontTable.xml");
    let named: Vec<_> = fonts.children("w:font").filter_map(|font| font.attribute("w:name")).collect();
    let styles = part(&bytes, "word/styles.xml");
    for face in styles.named("w:rFonts") {
        assert!(named.contains(&face.attribute("w:eastAsia").expect("a face")));
    }
    assert!(fonts.children("w:font").all(|font| font.child("w:altName").is_some()));
    assert_eq!(styles.named("w:lang")[0].attribute("w:eastAsia"), Some("zh-CN"));
}

#[test]
fn styles_that_are_used_are_there() {
    for (name, report) in all() {
        let bytes = write(&report);
        let styles = part(&bytes, "word/styles.xml");
        let known: Vec<_> = styles.children("w:style").filter_map(|style| style.attribute("w:styleId")).collect();
        for (part, root) in trees(&bytes) {
            for own in ["w:pStyle", "w:rStyle", "w:basedOn", "w:next"].iter().flat_map(|own| root.named(own)) {
                let style = own.attribute("w:val").expect("a style");
                assert!(known.contains(&style), "{name}, {part}: {style}");
            }
        }
        for (id, level) in [("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2")] {
            let style =
                styles.children("w:style").find(|style| style.attribute("w:styleId") == Some(id)).expect("a style");
            assert_eq!(style.named("w:outlineLvl")[0].attribute("w:val"), Some(level));
            assert_eq!(style.named("w:keepNext").len(), 1);
        }
    }
}

#[test]
fn pictures_are_told_apart() {
    let root = document(&write(&every_kind()));
    let numbers: Vec<_> = root.named("wp:docPr").iter().filter_map(|own| own.attribute("id")).collect();
    assert_eq!(numbers, ["1", "2"]);
    assert_eq!(root.named("wp:docPr")[0].attribute("descr"), Some("图1　“数量” <条> & 其他"));
    let size = root.named("wp:extent")[0];
    assert_eq!((size.attribute("cx"), size.attribute("cy")), (Some("5400000"), Some("2520000")));
    // Only the first has a drawing beside it.
    assert_eq!((root.named("a:blip").len(), root.named("asvg:svgBlip").len()), (2, 1));
}

#[test]
fn the_file_knows_its_name_and_date_and_no_other() {
    let core = |report: &Report| {
        let bytes = parts(&write(report)).into_iter().find(|(name, _)| name == "docProps/core.xml").expect("a part").1;
        String::from_utf8(bytes).expect("UTF-8")
    };
    let dated = core(&every_kind());
    assert!(dated.contains("<dc:title>某局2023年政府信息公开工作年度报告</dc:title>"));
    assert!(dated.contains("<dc:creator>某局 &amp; &lt;办&gt;</dc:creator>"));
    assert_eq!(dated.matches(">2024-01-24T00:00:00Z</dcterms:").count(), 2);
    assert!(!core(&Report { date: String::new(), ..every_kind() }).contains("dcterms:created"));
}

#[test]
fn the_foot_has_the_number_outside_and_the_code_inside() {
    let bytes = write(&every_kind());
    let settings = part(&bytes, "word/settings.xml");
    assert!(settings.child("w:evenAndOddHeaders").is_some());
    let order = |bytes: &[u8], name: &str| {
        let root = part(bytes, name);
        let own = root.all().into_iter().filter_map(|node| match &*node.name {
            "w:rStyle" => Some("code"),
            "w:instrText" => Some("number"),
            "w:tab" if node.attributes.is_empty() => Some("tab"),
            _ => None,
        });
        own.collect::<Vec<_>>()
    };
    assert_eq!(order(&bytes, "word/footer1.xml"), ["code", "tab", "number"]);
    assert_eq!(order(&bytes, "word/footer2.xml"), ["number", "tab", "code"]);
    let bare = write(&Report { code: String::new(), ..every_kind() });
    assert_eq!(order(&bare, "word/footer1.xml"), ["tab", "number"]);
}

#[test]
fn the_signature_is_never_alone() {
    let root = document(&write(&every_kind()));
    let paragraphs = &root.child("w:body").expect("a body").inside;
    let style =
        |p: &Node| p.child("w:pPr").and_then(|own| own.child("w:pStyle")?.attribute("w:val").map(str::to_owned));
    let keeps = |p: &Node| p.child("w:pPr").is_some_and(|own| own.child("w:keepNext").is_some());
    let at = paragraphs.iter().position(|p| style(p).as_deref() == Some("Signature")).expect("a signature");
    // The caption and the gap below the picture stay with the name, and that with the date.
    assert!(paragraphs[at - 2..=at].iter().all(keeps) && !keeps(&paragraphs[at + 1]));
}
