//! OFD, the fixed-layout format of Chinese offices: GB/T 33190-2016.

mod draw;
mod measure;

use draw::Pen;
use measure::{Matrix, numbers, points};

use super::limits::MOST_PARTS;
use super::package::{Package, encrypted, folder_of, incomplete, part_named};
use super::xml::{Element, Tree};
use super::{Document, LeftKind, Page, Refusal, lay_out};

/// Reads an OFD: the first document in it, its pages with what their templates draw. Annotations are remarks, a seal's words are in
/// its picture: neither is of the text.
///
/// # Errors
/// Where the file is damaged, has a password, is too large or has no text.
pub fn read_ofd(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let is_locked =
        |name: &String| name.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case("Encryptions.xml"));
    if package.is_encrypted() || package.names().iter().any(is_locked) {
        return Err(encrypted());
    }
    let entry = part(&mut package, "OFD.xml")?;
    let entry = entry.root();
    let bodies = entry.all("DocBody").count();
    let root = entry.named("DocBody").and_then(|body| body.named("DocRoot")).ok_or_else(incomplete)?;
    let at = address("", &root.text());
    let document = part(&mut package, &at)?;
    let (pages, remarks) = pages(&mut package, document.root(), &at)?;
    if pages.iter().all(|page| page.texts.is_empty()) {
        let count = pages.len();
        return Err(Refusal::new(format!(
            "文件有{count}页，只有图形，没有文字，没有读入。请用原来的Word，或用能识别文字的软件存成Word再拖进来。"
        )));
    }
    let mut read = lay_out(&pages)?;
    read.leave(LeftKind::Comment, &remarks.join("\n"));
    if bodies > 1 {
        read.note(format!("文件里有{bodies}份文档，只读了第一份。"));
    }
    Ok(read)
}

/// The pages of a document, and what was remarked on them.
fn pages(package: &mut Package<'_>, document: Element<'_>, at: &str) -> Result<(Vec<Page>, Vec<String>), Refusal> {
    let common = document.named("CommonData");
    let mut resources = Vec::new();
    for kind in ["PublicRes", "DocumentRes"] {
        for place in common.into_iter().flat_map(|common| common.all(kind)) {
            // What is missing here are fonts and pictures, mostly.
            resources.extend(part(package, &address(at, &place.text())).ok());
        }
    }
    let mut pen = Pen::default();
    for resources in &resources {
        let units = resources.root().all("CompositeGraphicUnits").flat_map(|units| units.all("CompositeGraphicUnit"));
        pen.units.extend(units.filter_map(|unit| Some((unit.attribute("ID")?.into_owned(), unit))));
    }
    let mut templates = Vec::new();
    for place in common.into_iter().flat_map(|common| common.all("TemplatePage")) {
        let Some((id, location)) = place.attribute("ID").zip(place.attribute("BaseLoc")) else { continue };
        templates.push((id, part(package, &address(at, &location))?));
    }
    let mut pages = Vec::new();
    for place in document.named("Pages").into_iter().flat_map(|pages| pages.all("Page")) {
        if pages.len() >= MOST_PARTS {
            return Err(super::limits::too_large());
        }
        let location = place.attribute("BaseLoc").ok_or_else(incomplete)?;
        let content = part(package, &address(at, &location))?;
        let content = content.root();
        let area = |element: Option<Element<'_>>| {
            let boxed = element?.named("PhysicalBox")?;
            <[i64; 4]>::try_from(numbers(&boxed.text())).ok()
        };
        let [left, top, width, height] = area(content.named("Area"))
            .or_else(|| area(common.and_then(|common| common.named("PageArea"))))
            .unwrap_or([0, 0, 210 * measure::ONE, 297 * measure::ONE]);
        let mut page = Page { width: points(width), height: points(height), ..Page::default() };
        let matrix = Matrix::SAME.moved(-left, -top);
        for template in content.all("Template").filter_map(|used| used.attribute("TemplateID")) {
            for (_, drawn) in templates.iter().filter(|(id, _)| *id == template) {
                drawn.root().all("Content").try_for_each(|content| pen.draw(content, matrix, &mut page))?;
            }
        }
        content.all("Content").try_for_each(|content| pen.draw(content, matrix, &mut page))?;
        pages.push(page);
    }
    let remarks = remarks(package, document, at, &mut pen)?;
    Ok((pages, remarks))
}

/// The words of annotations: remarks, stamps, watermarks.
fn remarks(
    package: &mut Package<'_>,
    document: Element<'_>,
    at: &str,
    pen: &mut Pen<'_>,
) -> Result<Vec<String>, Refusal> {
    let mut remarks: Vec<String> = Vec::new();
    let Some(list) = document.named("Annotations") else { return Ok(remarks) };
    let at = address(at, &list.text());
    // A remark that is missing is no reason to refuse the report.
    let Ok(list) = part(package, &at) else { return Ok(remarks) };
    for place in list.root().all("Page").filter_map(|page| page.named("FileLoc")) {
        let Ok(annotations) = part(package, &address(&at, &place.text())) else { continue };
        for annotation in annotations.root().all("Annot") {
            let mut page = Page::default();
            annotation.all("Appearance").try_for_each(|drawn| pen.draw(drawn, Matrix::SAME, &mut page))?;
            let words = if page.texts.is_empty() {
                annotation.named("Remark").map(|remark| remark.text().trim().to_owned()).unwrap_or_default()
            } else {
                page.texts.iter().map(|text| text.text.trim()).collect()
            };
            if !words.is_empty() {
                remarks.push(words);
            }
        }
    }
    Ok(remarks)
}

/// A part. Its elements are told by their names alone: files use any namespace, with and without the year.
fn part(package: &mut Package<'_>, name: &str) -> Result<Tree, Refusal> {
    package.tree(name, &[])?.ok_or_else(incomplete)
}

/// Where a part is that another names (GB/T 33190, 7.4).
fn address(from: &str, name: &str) -> String {
    part_named(folder_of(from), name)
}

#[cfg(test)]
mod tests;
