//! Pages of placed text with absurd places: OFD, and what a PDF was taken apart into.

use nianbao::read::Input;
use serde_json::{Value, json};

use super::super::written::zipped;
use super::{Chance, Hostile, survives};

fn pages(name: &str, pages: &Value) -> Hostile {
    let bytes = json!({ "pages": pages }).to_string().into_bytes();
    Hostile { name: format!("pages: {name}"), input: Input::PdfPages, bytes }
}

/// A page of these pieces of text, and these rules.
fn page(texts: Vec<Value>, lines: Vec<Value>) -> Value {
    json!([{"width": 595_000, "height": 842_000, "texts": Value::Array(texts), "lines": Value::Array(lines)}])
}

fn text(x: i64, y: i64, width: i64, height: i64, words: &str) -> Value {
    json!({"x": x, "y": y, "width": width, "height": height, "text": words})
}

fn rule(x0: i64, y0: i64, x1: i64, y1: i64) -> Value {
    json!({"x0": x0, "y0": y0, "x1": x1, "y1": y1})
}

const EDGES: [i64; 9] =
    [i32::MIN as i64, i32::MAX as i64, -1, 0, 1, 500_000, -500_000, 1_000_000_000, i32::MIN as i64 + 1];

#[test]
fn pages_with_places_out_of_the_world() {
    let mut chance = Chance(0xfeed_face_cafe_f00d);
    let mut any = || EDGES[chance.below(EDGES.len())];
    let mut all = Vec::new();
    for round in 0..60 {
        let texts = (0..30)
            .map(|n| text(any(), any(), any(), any(), ["一、总体情况", "3", "三", "（七）总计"][n % 4]))
            .collect();
        let lines = (0..30).map(|_| rule(any(), any(), any(), any())).collect();
        let mut made = page(texts, lines);
        if round % 3 == 0 {
            made[0]["width"] = any().into();
            made[0]["height"] = any().into();
        }
        if round % 5 == 0 {
            made[0]["texts"][0]["turn"] = [90, 180, 359, 65_535][round / 5 % 4].into();
        }
        all.push(pages(&format!("round {round}"), &made));
    }
    survives(all);
}

#[test]
fn pages_with_too_much_on_them() {
    let at = |n: i64| n * 500;
    let grid = |count: i64| -> Vec<Value> {
        let flat = (0..count).map(|n| rule(0, at(n), at(count), at(n)));
        flat.chain((0..count).map(|n| rule(at(n), 0, at(n), at(count)))).collect()
    };
    let row = |y: i64| (0..200).map(move |n| text(n * 3_000, y, 2_000, 9_000, "0"));
    let all = [
        pages("a million cells", &page(vec![text(9_000, 9_000, 9_000, 9_000, "年报")], grid(1_000))),
        pages(
            "rules in one place",
            &page(vec![text(0, 9_000, 9_000, 9_000, "年报")], vec![rule(0, 0, 9_000, 0); 20_000]),
        ),
        pages("letters in one place", &page(vec![text(9_000, 9_000, 9_000, 9_000, "年"); 20_000], vec![])),
        pages(
            "letters down the page",
            &page((0..20_000).map(|n| text(9_000, n * 40, 9_000, 9_000, "年")).collect(), vec![]),
        ),
        pages("figures everywhere", &page((0..100).flat_map(|n| row(n * 8_000)).collect(), grid(40))),
        pages(
            "stairs",
            &page(
                vec![text(9_000, 9_000, 9, 9, "年")],
                (0..3_000).map(|n| rule(n * 90, n * 90, n * 90 + 9_000, n * 90)).collect(),
            ),
        ),
        pages("many pages", &(0..500).map(|_| page(vec![text(9, 9, 9, 9, "— 1 —")], vec![])[0].clone()).collect()),
        pages("a long text", &page(vec![text(9_000, 9_000, 9_000, 9_000, &"年报".repeat(300_000))], vec![])),
    ];
    survives(all);
}

#[test]
fn answers_of_another_shape() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let of_page = |member: &str| format!("{{\"pages\":[{{\"width\":1,\"height\":1,{member}}}]}}");
    let all = [
        "null".to_owned(),
        "[]".to_owned(),
        "{\"pages\":{}}".to_owned(),
        format!("{{\"pages\":{deep}}}"),
        deep,
        "{\"refusal\":\"scan\",\"count\":-1}".to_owned(),
        "{\"refusal\":\"scan\",\"count\":4294967295}".to_owned(),
        "{\"refusal\":\"too_many_pages\",\"count\":1e400}".to_owned(),
        of_page("\"texts\":[{\"x\":0.5,\"y\":1,\"width\":1,\"height\":1,\"text\":\"年\"}]"),
        of_page("\"texts\":[{\"x\":1e9,\"y\":1,\"width\":1,\"height\":1,\"text\":\"年\"}]"),
        of_page("\"texts\":[{\"x\":2147483648,\"y\":1,\"width\":1,\"height\":1,\"text\":\"年\"}]"),
        of_page("\"texts\":[{\"x\":NaN,\"y\":null,\"width\":1,\"height\":1,\"text\":\"年\"}]"),
        of_page("\"texts\":[{\"x\":1,\"y\":1,\"width\":1,\"height\":1,\"turn\":65536,\"text\":\"年\"}]"),
        of_page("\"texts\":[{\"x\":1,\"y\":1,\"width\":1,\"height\":1,\"text\":\"\\ud800\"}]"),
        of_page("\"texts\":[{\"x\":1,\"y\":1,\"width\":1,\"height\":1,\"text\":\"\\u0000\\u0001\"}]"),
        of_page("\"texts\":null"),
    ];
    let named = all.into_iter().map(|json| Hostile {
        name: json.chars().take(60).collect(),
        input: Input::PdfPages,
        bytes: json.into_bytes(),
    });
    assert_eq!(survives(named), 0);
}

#[test]
fn ofd_with_absurd_numbers_and_loops() {
    let file = |content: &str, resources: &str| {
        zipped(&[
            ("OFD.xml", b"<OFD><DocBody><DocRoot>D/D.xml</DocRoot></DocBody></OFD>".as_slice()),
            (
                "D/D.xml",
                b"<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><DocumentRes>R.xml</DocumentRes>\
                  <TemplatePage ID=\"9\" BaseLoc=\"P.xml\"/></CommonData><Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages></Document>",
            ),
            ("D/R.xml", format!("<Res><CompositeGraphicUnits>{resources}</CompositeGraphicUnits></Res>").as_bytes()),
            ("D/P.xml", format!("<Page><Template TemplateID=\"9\"/><Content><Layer>{content}</Layer></Content></Page>").as_bytes()),
        ])
    };
    let mut all = Vec::new();
    for number in ["1e308", "-1e308", "NaN", "inf", "99999999999999999999", "0", "-0", "", "1e-308", "0x10", "年"] {
        let content = format!(
            "<TextObject Boundary=\"{number} {number} {number} {number}\" Size=\"{number}\" CTM=\"{number} 0 0 {number} 1 1\" HScale=\"{number}\">\
             <TextCode X=\"{number}\" Y=\"{number}\" DeltaX=\"g 999999999 {number}\" DeltaY=\"g {number} 1 g\">年报一、总体情况</TextCode></TextObject>\
             <PathObject Boundary=\"0 0 {number} 1\" LineWidth=\"{number}\"><AbbreviatedData>M {number} 0 L 9 {number} A {number} B Q C {number}\
             </AbbreviatedData></PathObject>"
        );
        all.push(Hostile::file(format!("OFD {number}"), file(&content.repeat(20), "")));
    }
    let unit = |id: usize, content: &str| {
        format!("<CompositeGraphicUnit ID=\"{id}\"><Content>{content}</Content></CompositeGraphicUnit>")
    };
    let twice = |id: usize| format!("<CompositeObject ResourceID=\"{id}\"/>").repeat(2);
    // Each draws the next twice: two to the sixtieth times in all.
    let chain: String = (0..60).map(|n| unit(n, &twice(n + 1))).collect();
    let text = "<TextObject Boundary=\"1 1 9 9\" Size=\"5\"><TextCode X=\"0\" Y=\"4\">年</TextCode></TextObject>";
    all.push(Hostile::file("OFD doubled sixty times", file(&twice(0), &(chain + &unit(60, text)))));
    all.push(Hostile::file("OFD that draws itself", file(&twice(0), &unit(0, &(twice(0) + text)))));
    all.push(Hostile::file("OFD deep", file(&"<PageBlock>".repeat(50_000), "")));
    all.push(Hostile::file("OFD with much text", file(&text.repeat(60_000), "")));
    let path = format!(
        "<PathObject Boundary=\"0 0 210 297\"><AbbreviatedData>{}</AbbreviatedData></PathObject>",
        "M 1 1 L 9 1 ".repeat(100_000)
    );
    all.push(Hostile::file("OFD with many rules", file(&(text.to_owned() + &path), "")));
    survives(all);
}
