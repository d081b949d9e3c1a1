//! Where pasted squares belong, by position, by labels, for the tables of all editions.

use super::*;
use crate::draft::Draft;
use crate::form::{FormId, TableId};
use crate::paste::Copied;

/// Which cells the squares go to: each with its words.
fn goes(year: u16, table: TableId, squares: &Squares, at: (usize, usize)) -> (Vec<String>, Vec<(usize, usize)>) {
    let grid = &FormId::of_year(year).form().table(table).expect("a table").grid;
    let layout = Layout::of(grid);
    let aligned = align(grid, &layout, squares, layout.region(at, at));
    let shown = |target: &Target| {
        let name = target.place.to_string();
        let words = squares.at(target.row, target.column).unwrap_or_default();
        format!("{}={words}", name.split_once('.').map_or(name.as_str(), |(_, rest)| rest))
    };
    let filled = |target: &&Target| squares.at(target.row, target.column).is_some_and(|words| !words.is_empty());
    (aligned.targets.iter().filter(filled).map(shown).collect(), aligned.outside)
}

#[track_caller]
fn text_goes(table: TableId, text: &str, at: (usize, usize), expected: &[&str], outside: &[(usize, usize)]) {
    let (found, beside) = goes(2023, table, &Squares::of_text(text), at);
    assert_eq!(found, expected, "{text:?}");
    assert_eq!(beside, outside, "{text:?}");
}

#[test]
fn figures_alone_go_where_they_lie() {
    text_goes(
        TableId::Applications,
        "3\t0\n1\t2",
        (4, 4),
        &["carried_in.business=3", "carried_in.research=0", "granted.business=1", "granted.research=2"],
        &[],
    );
    // What lies beside the table is told.
    text_goes(TableId::Applications, "1\t2", (3, 9), &["new.total=1"], &[(0, 1)]);
    text_goes(TableId::Applications, "1\n2", (27, 3), &["carried_out.natural=1"], &[(1, 0)]);
}

#[test]
fn a_selection_that_is_a_multiple_is_filled() {
    let grid = &FormId::of_year(2023).form().table(TableId::Applications).expect("a table").grid;
    let layout = Layout::of(grid);
    let squares = Squares::of_text("1\t2");
    let count = |to| align(grid, &layout, &squares, layout.region((3, 3), to)).targets.len();
    assert_eq!(count((3, 3)), 2);
    assert_eq!(count((5, 6)), 12);
    // Three columns are none of two.
    assert_eq!(count((5, 5)), 2);
    let one = Squares::of_text("0");
    assert_eq!(align(grid, &layout, &one, layout.region((3, 3), (4, 5))).targets.len(), 6);
}

#[test]
fn labels_say_which_rows_are_meant_wherever_it_is_pasted() {
    let text = "（二）部分公开\t319\n1.属于国家秘密\t4\n属于四类过程性信息\t9\n没有这一行\t7";
    text_goes(
        TableId::Applications,
        text,
        (3, 4),
        &["partial.business=319", "denied.secret.business=4", "denied.process.business=9"],
        &[(3, 1)],
    );
    // Six columns are all kinds, seven the total with them.
    let six = "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6";
    let (found, _) = goes(2023, TableId::Applications, &Squares::of_text(six), (20, 7));
    assert_eq!(found.first().map(String::as_str), Some("new.natural=1"));
    assert_eq!(found.len(), 6);
    let (found, _) = goes(2023, TableId::Applications, &Squares::of_text(&format!("{six}\t21")), (20, 7));
    assert_eq!(found.last().map(String::as_str), Some("new.total=21"));
}

#[test]
fn heads_say_which_columns_are_meant() {
    let text = "办理结果\t其他\t自然人\t合计\n予以公开\t1\t2\t3";
    let (found, outside) = goes(2023, TableId::Applications, &Squares::of_text(text), (3, 3));
    assert_eq!(found, ["granted.other=1", "granted.natural=2"]);
    // 合计 is no head of the form; its number is told.
    assert_eq!(outside, [(1, 3)]);
}

#[test]
fn merged_heads_and_radicals_make_no_difference() {
    let cell = |words: &str, rows, columns| Copied { words: words.to_owned(), rows, columns };
    let rows = vec![
        vec![cell("办理结果", 2, 2), cell("⾃然⼈", 2, 1), cell("法⼈或其他组织", 1, 2)],
        vec![cell("商业\n企业", 1, 1), cell("科研机构", 1, 1)],
        vec![cell("不予公开", 2, 1), cell("1.属于国家秘密", 1, 1), cell("1", 1, 1), cell("2", 1, 1), cell("3", 1, 1)],
        vec![cell("8.属于⾏政查询事项", 1, 1), cell("4", 1, 1), cell("5", 1, 1), cell("6", 1, 1)],
    ];
    let (found, outside) = goes(2023, TableId::Applications, &Squares::of_cells(&rows), (3, 3));
    assert_eq!(
        found,
        [
            "denied.secret.natural=1",
            "denied.secret.business=2",
            "denied.secret.research=3",
            "denied.query.natural=4",
            "denied.query.business=5",
            "denied.query.research=6"
        ]
    );
    assert_eq!(outside, []);
}

#[test]
fn a_table_of_the_form_goes_back_where_it_came_from() {
    for (year, form) in [(2023, "national-2021"), (2020, "national-2019"), (2017, "narrative-2008")] {
        for table in &FormId::of_year(year).form().tables {
            let layout = Layout::of(&table.grid);
            let json = format!(r#"{{"nianbao": 1, "form": "{form}", "year": {year}}}"#);
            let mut draft = Draft::from_json(&json).unwrap_or_else(|refused| panic!("{refused}")).draft;
            for (nth, (place, ..)) in table.grid.places().into_iter().enumerate() {
                let kind = place.kind().expect("a figure");
                let figure = crate::value::Figure::from_exact(kind, (nth + 1).into()).expect("a figure");
                draft.apply(crate::draft::Edit::SetCell(place, crate::draft::CellValue::Figure(figure)));
            }
            let all = layout.region((0, 0), (table.grid.rows.len() - 1, table.grid.widths.len() - 1));
            let texts = crate::sheet::texts(&draft, &table.grid, &layout, all);
            let cells: Vec<Vec<Copied>> = table
                .grid
                .rows
                .iter()
                .enumerate()
                .map(|(row, cells)| {
                    let own = layout.cells().iter().filter(|cell| cell.index.0 == row);
                    own.zip(cells)
                        .map(|(placed, cell)| Copied {
                            words: texts[placed.area.top][placed.area.left].clone(),
                            rows: cell.row_span.into(),
                            columns: cell.column_span.into(),
                        })
                        .collect()
                })
                .collect();
            let squares = Squares::of_cells(&cells);
            let first = layout.cells().iter().find(|cell| cell.place.is_some()).expect("a cell").area;
            let aligned =
                align(&table.grid, &layout, &squares, layout.region((first.top, first.left), (first.top, first.left)));
            let wrong: Vec<String> = aligned
                .targets
                .iter()
                .filter(|target| {
                    draft.entry(target.place).text() != squares.at(target.row, target.column).unwrap_or_default()
                })
                .map(|target| target.place.to_string())
                .collect();
            assert_eq!(wrong, [""; 0], "{} of {year}", table.id);
            let lost: Vec<String> = table
                .grid
                .places()
                .iter()
                .map(|(place, ..)| *place)
                .filter(|place| aligned.targets.iter().all(|target| target.place != *place))
                .map(|place| place.to_string())
                .collect();
            assert_eq!(lost, [""; 0], "{} of {year}", table.id);
            assert_eq!(aligned.outside, [], "{} of {year}", table.id);
        }
    }
}
