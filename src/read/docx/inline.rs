//! What stands in a paragraph of a Word document. Source: ISO/IEC 29500-1, 17.3.

use super::body::{Walk, branch};
use super::is_set;
use crate::read::Refusal;
use crate::read::symbol::{is_font, sign};
use crate::read::told::{HIDDEN, REVISED};
use crate::read::xml::Element;

/// So many fields may stand in one another.
const DEEPEST_FIELD: usize = 64;

/// The text of a paragraph while it is read.
#[derive(Default)]
pub(super) struct Line<'t> {
    pub(super) text: String,
    /// Text boxes, and tables that stand in the paragraph by mistake: they come after it.
    pub(super) after: Vec<Element<'t>>,
    /// Whether the style of the paragraph hides its text.
    pub(super) is_hidden: bool,
    /// The font of the run that is being read, where it has signs in the place of letters.
    pub(super) font: Option<String>,
}

impl Walk {
    /// Reads what stands in a paragraph, a run, or anything around them.
    pub(super) fn inline<'t>(&mut self, container: Element<'t>, line: &mut Line<'t>) -> Result<(), Refusal> {
        container.elements().try_for_each(|element| self.inline_element(element, line))
    }

    fn inline_element<'t>(&mut self, element: Element<'t>, line: &mut Line<'t>) -> Result<(), Refusal> {
        match element.name() {
            ("w", "r") if self.hides(element, line) => {
                let mut unseen = Line::default();
                for inside in element.elements() {
                    // A field may begin or end in what is hidden.
                    if inside.name() == ("w", "t") {
                        self.document.note(HIDDEN);
                    }
                    if matches!(inside.name(), ("w", "fldChar" | "instrText")) {
                        self.inline_element(inside, &mut unseen)?;
                    }
                }
                Ok(())
            }
            ("w", "r") => {
                line.font = font_of_signs(element);
                self.inline(element, line)?;
                line.font = None;
                Ok(())
            }
            ("w" | "m", "t") => {
                let text = element.text().replace(['\n', '\r', '\t'], " ");
                // Word keeps letters of such a font in the private area.
                let is_sign = |c: char| line.font.is_some() && matches!(c, '\u{f000}'..='\u{f0ff}');
                let shown = |c: char| if is_sign(c) { sign(line.font.as_deref(), c.into()) } else { c };
                let text: String = text.chars().map(shown).collect();
                self.write(line, &text);
                Ok(())
            }
            ("w", "tab" | "ptab") => {
                self.write(line, "\t");
                Ok(())
            }
            ("w", "br" | "cr") => {
                self.write(line, "\n");
                Ok(())
            }
            ("w", "noBreakHyphen") => {
                self.write(line, "-");
                Ok(())
            }
            ("w", "sym") => {
                self.write(line, symbol(element).encode_utf8(&mut [0; 4]));
                Ok(())
            }
            ("m", "den") => {
                self.write(line, "/");
                self.inline(element, line)
            }
            ("w", "fldChar" | "instrText" | "fldSimple") => self.field(element, line),
            ("w", "ins" | "moveTo") => {
                self.document.note(REVISED);
                self.inline(element, line)
            }
            ("w", "del" | "moveFrom") => {
                self.document.note(REVISED);
                Ok(())
            }
            ("w", "sdt") => element.child("w", "sdtContent").map_or(Ok(()), |content| self.inline(content, line)),
            ("w", "ruby") => element.child("w", "rubyBase").map_or(Ok(()), |base| self.inline(base, line)),
            ("mc", "AlternateContent") => branch(element).map_or(Ok(()), |branch| self.inline(branch, line)),
            ("aml", "annotation") if element.attribute("type").as_deref() == Some("Word.Comment") => {
                element.child("aml", "content").map_or(Ok(()), |content| self.comment(content))
            }
            ("aml", "annotation") => self.annotation(element).map_or(Ok(()), |content| self.inline(content, line)),
            // Word 2003 has notes where they are referred to.
            ("w", "footnote" | "endnote") => self.note(element),
            ("w", "txbxContent" | "tbl" | "p") => {
                line.after.push(element);
                Ok(())
            }
            ("w", "pPr" | "rPr" | "sdtPr" | "smartTagPr" | "customXmlPr" | "delText" | "binData") => Ok(()),
            // Runs, links, tags, directions, formulas, and drawings of any kind, which may hold a text box.
            _ => self.inline(element, line),
        }
    }

    fn write(&self, line: &mut Line<'_>, text: &str) {
        if !self.fields.contains(&true) {
            line.text.push_str(text);
        }
    }

    /// Whether a run is hidden, by itself or by its style.
    fn hides(&self, run: Element<'_>, line: &Line<'_>) -> bool {
        let Some(look) = run.child("w", "rPr") else { return line.is_hidden };
        let style = look.child("w", "rStyle").and_then(|style| style.attribute("val"));
        let own = look.child("w", "vanish").map(is_set);
        own.or_else(|| self.styles.is_hidden(Some(style.as_deref()?))).unwrap_or(line.is_hidden)
    }

    /// A field has an instruction, which nobody sees, and a result.
    fn field<'t>(&mut self, element: Element<'t>, line: &mut Line<'t>) -> Result<(), Refusal> {
        match element.name() {
            ("w", "fldSimple") => {
                self.has_page |= element.attribute("instr").is_some_and(|words| is_page(&words));
                self.inline(element, line)?;
            }
            ("w", "instrText") => self.has_page |= is_page(&element.text()),
            _ => match element.attribute("fldCharType").as_deref() {
                Some("begin") if self.fields.len() < DEEPEST_FIELD => self.fields.push(true),
                Some("separate") => {
                    if let Some(is_instruction) = self.fields.last_mut() {
                        *is_instruction = false;
                    }
                }
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
        }
        Ok(())
    }
}

/// Whether the instruction of a field asks for the number of the page, or of pages.
fn is_page(instruction: &str) -> bool {
    let name = instruction.split_whitespace().next().unwrap_or_default();
    ["PAGE", "NUMPAGES", "SECTIONPAGES"].iter().any(|page| name.eq_ignore_ascii_case(page))
}

/// A sign that names its font.
fn symbol(element: Element<'_>) -> char {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok()).unwrap_or(0);
    sign(element.attribute("font").as_deref(), code)
}

/// The font of signs that a run is in.
fn font_of_signs(run: Element<'_>) -> Option<String> {
    let fonts = run.child("w", "rPr")?.child("w", "rFonts")?;
    let font = fonts.attribute("ascii").or_else(|| fonts.attribute("hAnsi"))?;
    is_font(&font).then(|| font.into_owned())
}
