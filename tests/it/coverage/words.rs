//! What the data quote stands in the decree, word for word, where they say it stands.

use congtam::domain::Decimal;
use congtam::rules::ResultCycle;

use super::rules;

const DECREE: &str = include_str!("../../law/nghi-dinh-335-2025.txt");

#[test]
fn every_cited_article_of_the_decree_exists_down_to_its_point() {
    for rule in rules().register() {
        for citation in &rule.basis.citations {
            if citation.instrument == "nd-335-2025" {
                let key = &rule.basis.key;
                assert!(stands_in_decree(citation), "{key}: {citation:?}");
            }
        }
    }
}

fn stands_in_decree(citation: &congtam::domain::Citation) -> bool {
    let Some(article) = citation.article else {
        return citation.part.is_some();
    };
    let (heading, next) = (
        format!("\nĐiều {article}. "),
        format!("\nĐiều {}. ", article + 1),
    );
    let Some(start) = DECREE.find(&heading) else {
        return false;
    };
    let end = DECREE[start..]
        .find(&next)
        .map_or(DECREE.len(), |at| start + at);
    let mut text = &DECREE[start..end];
    if let Some(clause) = citation.clause {
        let Some(at) = text.find(&format!("\n{clause}. ")) else {
            return false;
        };
        text = &text[at + 1..];
        let end = text.find(&format!("\n{}. ", clause + 1));
        text = &text[..end.unwrap_or(text.len())];
    }
    let point = citation.point.as_ref();
    point.is_none_or(|point| text.contains(&format!("\n{point}) ")))
}

#[test]
fn quotes_stand_in_the_decree_word_for_word() {
    let decree = one_line(DECREE);
    for rule in rules().register() {
        if let Some(quote) = &rule.basis.quote {
            assert!(decree.contains(&one_line(quote)), "{}", rule.basis.key);
        }
    }
}

#[test]
fn general_criteria_are_worded_as_form_and_annex_print_them() {
    let decree = one_line(DECREE);
    let in_force = rules().for_year(2026).expect("rules");
    let form = one_line(DECREE.split("Mẫu số 01\n").nth(1).expect("the form"));
    for section in &in_force.sections {
        assert!(form.contains(&format!("| {} |", section.basis.name.vi)));
    }
    for line in in_force.lines() {
        let printed = format!("| {} | {} |", line.basis.name.vi, vietnamese(line.max));
        assert!(form.contains(&printed), "{}", line.id);
        for detail in &line.details {
            assert!(decree.contains(&detail.vi), "{}", detail.vi);
        }
    }
    let sentences = in_force.lines().map(|line| line.details.len().max(1));
    assert_eq!(sentences.sum::<usize>(), 12 + 9 + 4);
}

#[test]
fn uses_and_papers_are_worded_as_the_decree_prints_them() {
    let decree = one_line(DECREE);
    let procedure = &rules().for_year(2026).expect("rules").procedure;
    for result_use in &procedure.uses {
        assert!(decree.contains(&result_use.basis.name.vi));
    }
    for paper in &procedure.papers {
        assert!(decree.contains(&paper.basis.name.vi));
    }
    let yearly = procedure
        .uses
        .iter()
        .filter(|u| u.cycle == ResultCycle::Year);
    assert_eq!(yearly.count(), 6);
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn vietnamese(number: Decimal) -> String {
    number.to_string().replace('.', ",")
}
