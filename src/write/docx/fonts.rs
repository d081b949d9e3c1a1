//! The typefaces of a report, and what stands in for one that a machine lacks. Source: GB/T 9704-2012, 5.2.2 and 7.3.

use super::xml::Xml;

/// A typeface.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// 方正小标宋简体, of the title.
    Title,
    /// 黑体, of headings of the first level and of the heads of tables.
    Hei,
    /// 楷体_GB2312, of headings of the second level.
    Kai,
    /// 仿宋_GB2312, of the text.
    Fang,
    /// 宋体, of the page numbers.
    Song,
}

impl Face {
    const ALL: [Self; 5] = [Self::Title, Self::Hei, Self::Kai, Self::Fang, Self::Song];

    fn name(self) -> &'static str {
        match self {
            Self::Title => "方正小标宋简体",
            Self::Hei => "黑体",
            Self::Kai => "楷体_GB2312",
            Self::Fang => "仿宋_GB2312",
            Self::Song => "宋体",
        }
    }

    /// What to take where it is missing; for 黑体 and 宋体 their own names in English.
    fn instead(self) -> &'static str {
        match self {
            Self::Title => "华文中宋",
            Self::Hei => "SimHei",
            Self::Kai => "楷体",
            Self::Fang => "仿宋",
            Self::Song => "SimSun",
        }
    }

    /// Its kind (17.8.3.9) and its build (PANOSE), by which a program finds one that is like it.
    fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => ("script", "03000509000000000000"),
            Self::Hei | Self::Kai | Self::Fang => ("modern", "02010609060101010101"),
            Self::Song => ("auto", "02010600030101010101"),
        }
    }

    /// Sets it for letters of every kind, so that no program takes another for Chinese or for figures.
    pub(super) fn write(self, xml: &mut Xml) {
        let name = self.name();
        let face = [("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", name)];
        xml.empty("w:rFonts", &face);
    }
}

/// The part that names the typefaces (17.8.3).
pub(super) fn write() -> Result<Vec<u8>, String> {
    Xml::part("w:fonts", &[("xmlns:w", super::parts::WORD)], |xml| {
        for face in Face::ALL {
            xml.element("w:font", &[("w:name", face.name())], |xml| {
                let (family, panose) = face.kind();
                xml.value("w:altName", face.instead());
                xml.value("w:panose1", panose);
                xml.value("w:charset", "86");
                xml.value("w:family", family);
                xml.value("w:pitch", if face == Face::Song { "variable" } else { "fixed" });
            });
        }
    })
}
