//! PDF: what `web/pdf.js` found on the pages becomes a document, or a sentence that says why not.

use serde::Deserialize;

use super::package::{encrypted, incomplete};
use super::{Document, Page, Refusal, lay_out, limits};

/// What the worker answers, see `web/pdf.js`.
#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    pages: Vec<Page>,
    #[serde(default)]
    refusal: Option<Reason>,
    /// How many pages a refused file has; 0 where that is not known.
    #[serde(default)]
    count: u32,
}

/// Why the worker read nothing.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reason {
    Password,
    Broken,
    Scan,
    TooManyPages,
    TooLarge,
}

/// Reads the answer of `web/pdf.js`: JSON in UTF-8, either the pages of a PDF or why there are none.
///
/// # Errors
/// Where the file has a password, is damaged, is a scan or too large, or where its letters have no meaning.
pub fn read_pdf_pages(json: &[u8]) -> Result<Document, Refusal> {
    let answer: Answer = serde_json::from_slice(json).map_err(|_| incomplete())?;
    if let Some(reason) = answer.refusal {
        return Err(match reason {
            Reason::Password => encrypted(),
            Reason::Broken => incomplete(),
            Reason::Scan => scan(answer.count),
            Reason::TooManyPages => {
                let pages = answer.count;
                Refusal::new(format!("文件有{pages}页，年报没有这么长，没有读入。请只留下年报本身，另存后再试。"))
            }
            Reason::TooLarge => limits::too_large(),
        });
    }
    let pages = answer.pages;
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let texts = || pages.iter().flat_map(|page| &page.texts);
    if texts().all(|text| text.text.trim().is_empty()) {
        return Err(scan(count));
    }
    // Letters of a font that does not say what they mean: what comes out is in no language.
    let (all, senseless) = texts().flat_map(|text| text.text.chars()).filter(|letter| !letter.is_whitespace()).fold(
        (0_usize, 0_usize),
        |(all, senseless), letter| {
            let is_senseless = letter.is_control() || matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{fffd}');
            (all + 1, senseless + usize::from(is_senseless))
        },
    );
    if senseless > all / 3 {
        return Err(Refusal::new(
            "文件里的文字没有编码，读出来是乱码，没有读入。请用原来的Word，或用能识别文字的软件存成Word再拖进来。",
        ));
    }
    let mut document = lay_out(&pages)?;
    let empty: Vec<String> = pages
        .iter()
        .zip(1..)
        .filter(|(page, _)| page.texts.is_empty())
        .map(|(_, number): (_, u32)| number.to_string())
        .collect();
    if !empty.is_empty() {
        document.note(format!("第{}页没有文字，如果是图片，里面的内容没有读入。", empty.join("、")));
    }
    Ok(document)
}

fn scan(pages: u32) -> Refusal {
    Refusal::new(format!("{pages}页都是图片，没有文字。请用原来的Word，或用能识别文字的软件存成Word再拖进来。"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(json: &str) -> String {
        read_pdf_pages(json.as_bytes()).expect_err("nothing to read").0
    }

    #[test]
    fn each_reason_has_its_sentence() {
        assert!(refused(r#"{"refusal":"scan","count":12}"#).starts_with("12页都是图片，没有文字。"));
        assert!(refused(r#"{"refusal":"password","count":0}"#).contains("密码"));
        assert!(refused(r#"{"refusal":"broken","count":0}"#).contains("已损坏"));
        assert!(refused(r#"{"refusal":"too_many_pages","count":501}"#).contains("501页"));
        assert!(refused(r#"{"refusal":"too_large","count":3}"#).contains("太大"));
        assert!(refused(r#"{"pages":[{"width":1,"height":1}]}"#).starts_with("1页都是图片"));
        for bad in ["", "1", "{", r#"{"refusal":"other"}"#, r#"{"pages":[{"width":1e99}]}"#] {
            assert!(refused(bad).contains("已损坏"), "{bad}");
        }
    }

    #[test]
    fn letters_without_meaning_are_refused() {
        let page = |words: &str| {
            let text = serde_json::json!({"x": 9000, "y": 9000, "width": 9000, "height": 9000, "text": words});
            serde_json::json!({"pages": [{"width": 90000, "height": 90000, "texts": [text]}]}).to_string()
        };
        assert!(refused(&page("\u{e001}\u{e002}\u{e003}中")).contains("乱码"));
        assert!(read_pdf_pages(page("\u{e001}一总体情况").as_bytes()).is_ok());
    }

    #[test]
    fn a_page_without_text_among_others_is_named() {
        let json = r#"{"pages":[{"width":90000,"height":90000,"texts":[{"x":9000,"y":40000,"width":9000,"height":9000,"text":"甲"}]},
            {"width":90000,"height":90000}]}"#;
        let document = read_pdf_pages(json.as_bytes()).expect("text");
        assert_eq!(document.notes, ["第2页没有文字，如果是图片，里面的内容没有读入。"]);
    }
}
