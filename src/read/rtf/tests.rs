//! RTF documents, whole and damaged.

use super::super::document::tests::lines;
use super::*;
use crate::read::LeftKind::{Comment, Footer, Header, PageNumber};
use crate::read::told::{FOOTNOTES, HIDDEN};

const FONTS: &str = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fnil\fcharset2 Symbol;}{\f3\fnil\fcharset2{\*\panose 05}Wingdings;}}";

fn document(body: &str) -> Document {
    // The lines of a test are set in, those of a document are not.
    let body = body.replace("\n        ", "\n");
    let bytes = format!("{{\\rtf1\\ansi\\ansicpg936\\deff1{FONTS}{body}}}");
    read_rtf(bytes.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}: {body}"))
}

#[track_caller]
fn reads(body: &str, expected: &[&str]) {
    assert_eq!(lines(&document(body)), expected, "{body}");
}

#[test]
fn characters_of_two_bytes_are_read_together() {
    reads(r"\f1\'d0\'d0\'d5\'fe\par {\b \'d0\'ed\'bf\'c9}\par", &["行政", "许可"]);
    // The second byte may be a letter, and a line of the file may end between them.
    reads("\\'81A\\'d0\n\\'d0\\par", &["丄行"]);
    // A font that names no set is in the document's.
    reads(r"\f0\'d0\'d0\par", &["行"]);
    let western = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}\f0 caf\'e9}";
    assert_eq!(lines(&read_rtf(western).expect("text")), ["café"]);
}

#[test]
fn characters_in_unicode_have_stand_ins() {
    reads(r"\uc1\u34892?\u25919\'3f\uc2\u35768\'d0\'ed\uc0\u21487\uc1 1", &["行政许可1"]);
    reads(r"\u-26036?\u-10176?\u-9216?x", &["驌\u{20000}x"]);
    reads(r"{\upr{\'d0\'d0}{\*\ud{\u25919?}}}", &["政"]);
    reads(r"\u-10176?x\ldblquote a\rdblquote\emdash\~b\_c\-d\{\}\\", &["x“a”—\u{a0}b-cd{}\\"]);
}

#[test]
fn lines_and_paragraphs_are_paragraphs() {
    reads("a\\par b\\line c\\\nd\\tab e\\par\\par\\pard f", &["a", "b", "c", "d\te", "f"]);
    reads(
        r"{\pict\pngblip 00ff}a{\*\unknown x}{\v hidden}{\info{\title t}}{\field{\*\fldinst PAGE}{\fldrslt 3}}b",
        &["a3b"],
    );
    reads("a{\\pict\\bin5 }}}{{}b", &["ab"]);
}

#[test]
fn numbers_of_lists_are_kept_once() {
    reads(
        r"{\listtext\pard\plain \'d2\'bb\'a1\'a2\tab}\'d7\'dc\par{\pntext 2.\tab}2.\'d7\'dc\par{\listtext\f2 \'b7\tab}\'d7\'dc\par",
        &["一、总", "2.总", "总"],
    );
    reads(r"{\*\pn\pnlvlbody{\pntxtb (}{\pntxta )}}{\pntext (1)\tab}a", &["(1)a"]);
}

#[test]
fn tables_follow_the_edges_of_their_cells() {
    reads(
        r"a\par\trowd\trleft-108\cellx2000\cellx3000\cellx4000\pard\intbl h\cell 1\cell 2\par 3\cell\row
        \trowd\trleft-100\cellx3010\cellx4000 x\cell y\cell\row\pard b",
        &["a", "[h|1|2⏎3]", "[x<1x2>|y]", "b"],
    );
    reads(
        r"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl a\cell b\cell\cell\row
        \trowd\clvmrg\cellx1000\cellx2000\cellx3000\cell c\cell d\cell\row\pard",
        &["[a<2x1>|b<1x2>]", "[c|d]"],
    );
    // Cells that the row has not said, and cells that are missing; the properties may come after the text.
    reads(
        r"\pard\intbl a\cell b\cell c\cell\trowd\cellx1000\cellx2000\row\intbl d\cell\row\pard",
        &["[a|b|c]", "[d||]"],
    );
    reads(r"\trowd\cellx1000\cellx2000 a\cell b\cell\row\trowd\trleft1000\cellx2000 c\cell\row", &["[a|b]", "[|c]"]);
}

#[test]
fn tables_within_tables() {
    reads(
        r"\trowd\cellx1000\cellx2000\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx500\cellx1000\nestrow}{\nonesttables\par}
        \pard\intbl\itap1\cell c\cell\row\trowd\cellx1000\cellx2000 d\cell e\cell\row\pard f",
        &["[a\tb|c]", "[d|e]", "f"],
    );
}

#[test]
fn what_is_no_part_of_the_text_is_left() {
    let read = document(
        r"{\header \'d2\'b3\'c3\'bc\par}{\footer - {\field{\*\fldinst PAGE}{\fldrslt 1}} -\par}{\footerf end}a{\super 1}{\footnote note\par}
        {\*\annotation c}b\par",
    );
    assert_eq!(lines(&read), ["a1b"]);
    assert_eq!(read.notes, [FOOTNOTES]);
    let left: Vec<_> = read.left.iter().map(|left| (left.kind, left.text.as_str())).collect();
    assert_eq!(left, [(Header, "页眉"), (PageNumber, "- 1 -"), (Footer, "end"), (Comment, "note"), (Comment, "c")]);
}

#[test]
fn signs_of_symbol_fonts_are_read_in_their_font() {
    reads(r"\f1 a{\f3\'fd\'81 \u-3842?}{\f2 \'b3a1\tab}\u8805?b", &["a☒① ☑≥α1\t≥b"]);
}

#[test]
fn hidden_words_are_said() {
    assert_eq!(document(r"a{\v b}c").notes, [HIDDEN]);
    assert_eq!(document(r"a{\v  }{\v\par}{\xe{\v b}}c").notes, [""; 0]);
}

#[test]
fn the_text_of_a_box_is_read_once() {
    let shape = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt box\par}}{\shprslt{\*\do{\dptxbxtext box\par}}}}";
    reads(&format!("a{shape}b\\par"), &["box", "ab"]);
}

#[test]
fn revisions_are_taken_as_made() {
    let read = document(r"a{\deleted 12}{\revised 21}b");
    assert_eq!((lines(&read), read.notes.len()), (vec!["a21b".to_owned()], 1));
    assert_eq!(document(r"a\deleted0 b").notes, [""; 0]);
}

#[test]
fn what_cannot_be_read_is_refused() {
    for bytes in
        [b"".as_slice(), b"text", b"{\\rtf1}", b"{\\rtf1{\\pict 00}}", b"{\\rtf1\\trowd\\cellx1\\intbl\\cell\\row}"]
    {
        assert!(read_rtf(bytes).is_err(), "{bytes:?}");
    }
    let cut = read_rtf(b"{\\rtf1 a\\par b").expect("text");
    assert_eq!((lines(&cut), cut.notes.len()), (vec!["a".to_owned(), "b".to_owned()], 1));
}

#[test]
fn hostile_documents_take_little_time() {
    for part in [
        "{",
        "}",
        "\\par ",
        "\\cell ",
        "\\row ",
        "{\\header a",
        "\\trowd\\cellx1 ",
        "\\itap64\\nestcell ",
        "\\cellx9 ",
        "{\\shptxt a\\cell\\row}",
        "{\\*\\annotation a}",
        "{\\footnote a\\par}",
        "\\intbl\\itap9\\cell\\itap2\\nestrow a",
        "\\u1 ",
        "\\f999 \\'b0",
    ] {
        let _ = read_rtf(format!("{{\\rtf1 {}", part.repeat(50_000)).as_bytes());
    }
    let wide = (0..1000).map(|edge| format!("\\cellx{}", edge * 100)).collect::<Vec<_>>().concat();
    let _ = read_rtf(format!("{{\\rtf1\\trowd{wide}{}", "\\intbl a\\cell\\row".repeat(50_000)).as_bytes());
    let _ = read_rtf(b"{\\rtf1\\bin99999999999 a");
}

#[test]
fn any_damage_ends_in_a_document_or_a_refusal() {
    let whole = format!(
        "{{\\rtf1\\ansi\\ansicpg936{FONTS}\\f1\\'d0\\'d0\\u25919?\\par{{\\header h}}\\trowd\\clvmgf\\cellx10\\clmrg\\cellx2000\\intbl a\\cell b\\cell\\row\
         \\trowd\\clvmrg\\cellx10\\cellx2000 \\itap2 c\\nestcell{{\\*\\nesttableprops\\trowd\\cellx5\\nestrow}}\\itap1\\cell\\cell\\row\\pard\
         {{\\shp{{\\*\\shpinst{{\\shptxt t}}}}}}{{\\listtext 1.}}x{{\\footnote f}}\\bin3 }}}}}}y}}"
    );
    for length in 0..whole.len() {
        let _ = read_rtf(&whole.as_bytes()[..length]);
    }
    let mut seed = 5_u32;
    let mut random = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).expect("32 bits")
    };
    let words: Vec<&str> = whole.split_inclusive(['\\', '{', '}']).collect();
    for _ in 0..1500 {
        let mut bytes = whole.as_bytes().to_vec();
        for _ in 0..4 {
            let at = random() % bytes.len();
            bytes[at] ^= 1 << (random() % 8);
        }
        let _ = read_rtf(&bytes);
        let shuffled: String = (0..80).map(|_| words[random() % words.len()]).collect();
        let _ = read_rtf(format!("{{\\rtf1 {shuffled}").as_bytes());
    }
}
