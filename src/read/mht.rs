//! A web page in one file (MHT, MHTML): the parts of a letter, of which the first page of HTML is read (RFC 2557).

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mailparse::body::Body;
use mailparse::{ParsedMail, parse_mail};

use super::encoding::decode;
use super::html::read_declared;
use super::limits::{LARGEST_FILE, MOST_PARTS, too_large};
use super::{Document, Refusal, read_plain};

/// Reads a web page in one file.
///
/// # Errors
/// Where it is no such file, has no page with text, or is larger than is read.
pub fn read_mht(bytes: &[u8]) -> Result<Document, Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large());
    }
    let broken = |_| {
        Refusal::new("这个单文件网页（MHT）不完整，没有读入。请在浏览器里打开原网页，选中年报全文复制，再粘贴进来。")
    };
    let mail = parse_mail(without_mark(bytes)).map_err(broken)?;
    let parts: Vec<&ParsedMail> = mail.parts().take(MOST_PARTS).collect();
    for kind in ["text/html", "application/xhtml+xml", "text/plain"] {
        for part in parts.iter().filter(|part| part.ctype.mimetype == kind) {
            let body = body(part);
            if body.trim_ascii().is_empty() {
                continue;
            }
            // Without a content type a part is US-ASCII, which says nothing of what the page holds.
            let charset = part.ctype.params.get("charset").map(String::as_str);
            let document = if kind == "text/plain" {
                let decoded = decode(&body, charset)?;
                let mut document = read_plain(&decoded.text);
                decoded.notes.into_iter().for_each(|note| document.note(note));
                document
            } else {
                match read_declared(&body, charset) {
                    Ok(document) => document,
                    // A frame or an advertisement may be a page without text.
                    Err(_) if parts.len() > 1 => continue,
                    Err(refusal) => return Err(refusal),
                }
            };
            if !document.is_empty() {
                return Ok(document);
            }
        }
    }
    Err(Refusal::new("这个单文件网页（MHT）里没有文字。请在浏览器里打开原网页，选中年报全文复制，再粘贴进来。"))
}

/// The bytes without a mark of UTF-8 and blank lines, which would end the head of the letter.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}

/// What a part holds. Where its encoding is cut or spoilt, what can be read of it.
fn body(part: &ParsedMail) -> Vec<u8> {
    match part.get_body_encoded() {
        Body::Base64(body) => body.get_decoded().unwrap_or_else(|_| from_base64(body.get_raw())),
        Body::QuotedPrintable(body) => body.get_decoded().unwrap_or_else(|_| body.get_raw().to_vec()),
        Body::SevenBit(body) | Body::EightBit(body) => body.get_raw().to_vec(),
        Body::Binary(body) => body.get_raw().to_vec(),
    }
}

/// Base64 up to its end or to where it is cut; other characters are left out (RFC 2045, 6.8).
fn from_base64(raw: &[u8]) -> Vec<u8> {
    let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let mut digits: Vec<u8> = raw.iter().take_while(|byte| **byte != b'=').copied().filter(is_digit).collect();
    // One digit alone is no byte.
    if digits.len() % 4 == 1 {
        digits.pop();
    }
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(&STANDARD, lenient).decode(digits).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::prelude::BASE64_STANDARD;
    use encoding_rs::GB18030;

    const PAGE: &str =
        "<html><head><meta charset=\"utf-8\"><title>年报</title></head><body><p>一、总体情况</p></body></html>";

    fn letter(headers: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=b\"\r\n\r\n\
             ------=b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n------=b\r\n{headers}\r\n\r\n"
        );
        [head.as_bytes(), body, b"\r\n------=b--\r\n"].concat()
    }

    #[track_caller]
    fn reads(bytes: &[u8], expected: &str) {
        let mut document = Document::default();
        document.paragraph(expected);
        assert_eq!(read_mht(bytes).map(|document| document.blocks), Ok(document.blocks));
    }

    #[test]
    fn the_page_is_found_in_any_encoding() {
        let quoted = PAGE.bytes().map(|byte| format!("={byte:02X}=\r\n")).collect::<Vec<_>>().concat();
        let html = "Content-Type: text/html; charset=\"utf-8\"";
        reads(
            &letter(&format!("{html}\r\nContent-Transfer-Encoding: quoted-printable"), quoted.as_bytes()),
            "一、总体情况",
        );
        let coded = BASE64_STANDARD.encode(PAGE);
        reads(&letter(&format!("{html}\r\nContent-Transfer-Encoding: base64"), coded.as_bytes()), "一、总体情况");
        reads(&letter(&format!("{html}\r\nContent-Transfer-Encoding: 8bit"), PAGE.as_bytes()), "一、总体情况");
        let gb = GB18030.encode("<p>行政许可</p>").0;
        reads(&letter("Content-Type: text/html; charset=\"gb2312\"", &gb), "行政许可");
        reads(&letter("Content-Type: text/html; charset=\"x-user-defined\"", &gb), "行政许可");
        reads(&letter("Content-Type: text/plain; charset=\"gb2312\"", &gb), "<p>行政许可</p>");
    }

    #[test]
    fn a_page_may_lie_in_parts_of_parts() {
        let inner = "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nplain\r\n--in\r\n\
            Content-Type: text/html\r\n\r\n<p>予以公开</p>\r\n--in--";
        reads(&letter(inner, b""), "予以公开");
        reads(&[b"\xef\xbb\xbf".as_slice(), PAGE_ALONE.as_bytes()].concat(), "予以公开");
    }

    const PAGE_ALONE: &str = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>予以公开</p>";

    #[test]
    fn a_cut_page_is_read_as_far_as_it_goes() {
        let coded = BASE64_STANDARD.encode("<p>第一段</p><p>第二段</p>");
        let bytes = letter("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", &coded.as_bytes()[..29]);
        let document = read_mht(&bytes).expect("text");
        assert!(format!("{:?}", document.blocks).contains("第一段"), "{document:?}");
    }

    #[test]
    fn a_letter_without_text_is_refused() {
        for bytes in [
            letter("Content-Type: text/html; charset=\"x-user-defined\"", b""),
            letter("Content-Type: text/html", b"<html><body><img src=a.png></body></html>"),
            b"Content-Type: multipart/related; boundary=a\n\n--a\n".to_vec(),
            b"\0\0\0".to_vec(),
            Vec::new(),
        ] {
            let refusal = read_mht(&bytes).expect_err("nothing to read");
            assert!(refusal.0.contains("MHT"), "{refusal}");
        }
    }

    #[test]
    fn any_cut_ends_in_a_document_or_a_refusal() {
        let whole = letter("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", PAGE.as_bytes());
        for length in 0..whole.len() {
            let _ = read_mht(&whole[..length]);
        }
        let deep = (0..2000)
            .map(|i| format!("Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"))
            .collect::<Vec<_>>()
            .concat();
        assert!(read_mht(deep.as_bytes()).is_err());
    }
}
