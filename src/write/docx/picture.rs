//! Charts: a picture that every program shows, and beside it the drawing for those that can scale it. Source: ISO/IEC 29500-1, 20.

use super::paragraph::{caption, gap, paragraph};
use super::properties::Stand;
use super::styles::PICTURE;
use super::table;
use super::xml::Xml;
use crate::block::Picture;

/// The namespace of a drawing within text.
pub(super) const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// The namespace of drawings.
pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The namespace of pictures.
pub(super) const PICTURES: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// The namespace of a drawing in SVG beside a picture.
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
/// The name of that extension.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
/// How a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The files of the pictures that are drawn so far.
#[derive(Default)]
pub(super) struct Files<'a> {
    /// By the name that the text refers to, and the file below `word/`.
    pub(super) names: Vec<(String, String)>,
    /// What is in them.
    pub(super) bytes: Vec<&'a [u8]>,
    drawn: usize,
}

impl<'a> Files<'a> {
    fn add(&mut self, ending: &str, bytes: &'a [u8]) -> String {
        let name = format!("rIdPicture{}{ending}", self.drawn);
        self.names.push((name.clone(), format!("media/picture{}.{ending}", self.drawn)));
        self.bytes.push(bytes);
        name
    }
}

/// Writes a picture and its caption; its numbers where it is not drawn.
pub(super) fn picture<'a>(xml: &mut Xml, files: &mut Files<'a>, picture: &'a Picture, keeps_next: bool) {
    if picture.png.starts_with(PNG) {
        files.drawn += 1;
        let png = files.add("png", &picture.png);
        let svg = (!picture.svg.is_empty()).then(|| files.add("svg", &picture.svg));
        let number = files.drawn.to_string();
        let stand = Stand { keeps_next: !picture.caption.is_empty() || keeps_next, ..Stand::default() };
        paragraph(xml, PICTURE, stand, |xml| {
            xml.element("w:r", &[], |xml| {
                xml.element("w:drawing", &[], |xml| drawing(xml, &number, &picture.caption, &png, svg.as_deref()));
            });
        });
    } else if let Some(numbers) = &picture.numbers {
        table::rows(xml, numbers, true);
    }
    caption(xml, &picture.caption, true);
    gap(xml, keeps_next);
}

/// So many English Metric Units are a millimetre.
const UNITS: u32 = 36_000;

fn drawing(xml: &mut Xml, number: &str, caption: &str, png: &str, svg: Option<&str>) {
    let size = ((Picture::WIDTH * UNITS).to_string(), (Picture::HEIGHT * UNITS).to_string());
    let size = [("cx", &*size.0), ("cy", &*size.1)];
    let nowhere = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    let named = [("id", number), ("name", &format!("图 {number}")), ("descr", caption)];
    xml.element("wp:inline", &nowhere, |xml| {
        xml.empty("wp:extent", &size);
        xml.empty("wp:docPr", &named);
        xml.element("wp:cNvGraphicFramePr", &[], |xml| xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]));
        xml.element("a:graphic", &[], |xml| {
            xml.element("a:graphicData", &[("uri", PICTURES)], |xml| {
                xml.element("pic:pic", &[], |xml| {
                    xml.element("pic:nvPicPr", &[], |xml| {
                        xml.empty("pic:cNvPr", &named);
                        xml.empty("pic:cNvPicPr", &[]);
                    });
                    xml.element("pic:blipFill", &[], |xml| {
                        xml.element("a:blip", &[("r:embed", png)], |xml| {
                            if let Some(svg) = svg {
                                scaled(xml, svg);
                            }
                        });
                        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                    });
                    xml.element("pic:spPr", &[], |xml| {
                        xml.element("a:xfrm", &[], |xml| {
                            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                            xml.empty("a:ext", &size);
                        });
                        xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                    });
                });
            });
        });
    });
}

/// The drawing beside the picture.
fn scaled(xml: &mut Xml, svg: &str) {
    xml.element("a:extLst", &[], |xml| {
        xml.element("a:ext", &[("uri", SVG_EXTENSION)], |xml| {
            xml.empty("asvg:svgBlip", &[("xmlns:asvg", SVG), ("r:embed", svg)]);
        });
    });
}
