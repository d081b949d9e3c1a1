//! The selects by which a line is placed: its result, its applicant, its year.

use super::View;
use super::words::{line_name, line_words, result_title, standing_title};
use crate::form::{Applicant, ResultRow};
use crate::read::ledger::{About, Choice, Intake, Line, Placed, Standing};
use crate::ui::dom::{El, el, value_of};

/// What a select sets.
#[derive(Clone, Copy)]
struct Setting {
    about: About,
    /// Its name after the line's.
    name: &'static str,
    /// What it is called.
    words: &'static str,
    /// What it shows of a line.
    shown: fn(&Placed) -> String,
    /// What a chosen value says.
    choice: fn(&View, &str) -> Option<Choice>,
}

const RESULT: Setting = Setting {
    about: About::Result,
    name: "result",
    words: "办理结果",
    shown: |placed| placed.standing.map(String::from).unwrap_or_default(),
    choice: |_, value| Standing::try_from(value.to_owned()).ok().map(Choice::Standing),
};

const APPLICANT: Setting = Setting {
    about: About::Applicant,
    name: "applicant",
    words: "申请人",
    shown: |placed| placed.applicant.map(|applicant| applicant.id.to_owned()).unwrap_or_default(),
    choice: |view, value| applicant(view, value).map(Choice::Applicant),
};

const INTAKE: Setting = Setting {
    about: About::Received,
    name: "intake",
    words: "哪一年收到",
    shown: |placed| placed.intake.and_then(name_of).unwrap_or_default().to_owned(),
    choice: |_, value| INTAKES.iter().find(|(_, name, _)| *name == value).map(|(intake, ..)| Choice::Intake(*intake)),
};

/// From which year a line is: its name in the page, its words.
const INTAKES: [(Intake, &str, &str); 3] = [
    (Intake::New, "new", "本年新收"),
    (Intake::CarriedIn, "carried_in", "上年结转"),
    (Intake::Outside, "outside", "不在本年，不计"),
];

fn name_of(intake: Intake) -> Option<&'static str> {
    INTAKES.iter().find(|(own, ..)| *own == intake).map(|(_, name, _)| *name)
}

fn applicant(view: &View, id: &str) -> Option<&'static Applicant> {
    view.0.form.applicants().iter().find(|applicant| applicant.id == id)
}

fn option(value: &str, words: &str) -> El {
    el("option").attr("value", value).text(words)
}

/// The result of a line: what its words are like first, then the rows of table three.
pub fn result(view: &View, at: usize, line: &Line) -> El {
    let pick = |row: &ResultRow| option(row.id, &result_title(row));
    let suggested = line.suggested.map(|row| el("optgroup").attr("label", "像").child(pick(row)));
    let groups = view.0.form.groups().into_iter().map(|group| {
        let rows: Vec<&ResultRow> = view.0.form.results().filter(|row| row.group == group).collect();
        match rows.as_slice() {
            [row] if row.is_alone => pick(row),
            rows => el("optgroup").attr("label", group.head).children(rows.iter().map(|row| pick(row))),
        }
    });
    let others = [Standing::Pending, Standing::NotCounted].map(|own| option(&String::from(own), &standing_title(own)));
    let options =
        suggested.into_iter().chain(groups).chain([el("optgroup").attr("label", "没有办结").children(others)]);
    select(view, at, line, RESULT, options.collect())
}

/// The kind of the applicant of a line.
pub fn kind(view: &View, at: usize, line: &Line) -> El {
    let options = view.0.form.applicants().iter().map(|applicant| option(applicant.id, applicant.label));
    select(view, at, line, APPLICANT, options.collect())
}

/// From which year a line is, where that was not understood.
pub fn intake(view: &View, at: usize, line: &Line) -> Option<El> {
    line.doubt(About::Received)?;
    let options = INTAKES.iter().map(|(_, name, words)| option(name, words));
    Some(select(view, at, line, INTAKE, options.collect()))
}

fn select(view: &View, at: usize, line: &Line, setting: Setting, options: Vec<El>) -> El {
    let parts = &view.0;
    let name = format!("ledger.{}.{}", line_name(line, parts.has_sheets), setting.name);
    let label = format!("{}，{}", line_words(&parts.ledger, (line.sheet, line.number)), setting.words);
    let (shown, chosen) = (view.clone(), view.clone());
    let placed = move || shown.0.ledger.lines.get(at).map(|line| shown.0.placements.with(|said| said.of(line)));
    let value = move || placed().map(|placed| (setting.shown)(&placed)).unwrap_or_default();
    let is_open = value.clone();
    el("select")
        .attrs(&[("name", &name), ("aria-label", &label)])
        .child(option("", setting.words))
        .children(options)
        .class_of("unsaid", move || is_open().is_empty())
        .value_of(value)
        .on("change", move |event| {
            let value = value_of(event);
            match (setting.choice)(&chosen, &value) {
                Some(choice) => chosen.say(at, choice, super::lines::same_follow()),
                None => {
                    if let Some(line) = chosen.0.ledger.lines.get(at) {
                        chosen.place(|placements| placements.take_back(line, setting.about));
                    }
                }
            }
        })
}
