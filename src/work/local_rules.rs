//! Files of local rules: one set out, one set in.

use crate::app::job::{Bytes, MadeFile, NotMade};
use crate::app::workflow::local_rules::{TypedSet, typed};
use crate::domain::{Day, LocalRulesId};
use crate::files::local_rules::{self, LocalFileError};
use crate::ledger::Book;

/// Reads the set of a file, as it would be typed.
pub(super) fn read(bytes: &Bytes) -> Result<TypedSet, LocalFileError> {
    local_rules::read(&bytes.0).map(|set| typed(&set))
}

/// The file of a set.
pub(super) fn file(book: &Book, set: u32, today: i32) -> Result<MadeFile, NotMade> {
    let set = book.local_rules.get(LocalRulesId(set));
    let set = set.ok_or(NotMade::NothingToMake)?;
    let today = Day::from_num_days_from_ce_opt(today).ok_or(NotMade::NothingToMake)?;
    let bytes = local_rules::write(set, today).map_err(|_| NotMade::Format)?;
    Ok(MadeFile {
        name: local_rules::file_name(set),
        bytes: Bytes(bytes),
    })
}

#[cfg(test)]
mod tests {
    use chrono::Datelike as _;

    use crate::app::job::{Bytes, Job, JobReply, Order, Product};
    use crate::app::workflow::local_rules::{TypedSet, save, shipped};
    use crate::app::{Model, sample_agency};
    use crate::domain::{Day, Month};
    use crate::files::local_rules::LocalFileError;
    use crate::work::run;

    const WORDS: &str = "Gương mẫu, tận tụy với nhân dân";

    fn today() -> Day {
        Day::from_ymd_opt(2026, 11, 22).expect("a day")
    }

    /// The sample agency with a set that words line I.1 from November on.
    fn model() -> (Model, TypedSet) {
        let mut model = Model::default();
        model.now.today = today();
        model.month = Month::new(2026, 11).ok();
        let sample = sample_agency(today());
        model.book.apply(&sample).expect("the sample");
        let mut new = TypedSet {
            title: "Bộ tiêu chí mẫu".to_owned(),
            issuer: "UBND tỉnh Mẫu".to_owned(),
            decision: "15/QĐ-UBND".to_owned(),
            from: "30/11/2026".to_owned(),
            ..shipped(&model)
        };
        new.lines[0].wording = WORDS.to_owned();
        let draft = save(&model, None, &new).expect("nothing wrong");
        model.book.apply(&draft.operation).expect("a good set");
        (model, new)
    }

    fn pages(model: &Model, period: &str) -> String {
        let order = Order {
            product: Product::MonthlyPages,
            period: period.to_owned(),
            officials: Vec::new(),
            tasks: Vec::new(),
            names_hidden: false,
            english: false,
            today: today().num_days_from_ce(),
            log: None,
        };
        let JobReply::Pages(parts) = run(Job::Export(order), Some(&model.book), &mut |_| ()) else {
            panic!("pages")
        };
        parts.into_iter().map(|part| part.text + "\n").collect()
    }

    #[test]
    fn forms_print_the_words_of_the_set_in_force_at_the_periods_end_and_the_decrees_before() {
        let (model, _) = model();
        let (october, november) = (pages(&model, "2026-10"), pages(&model, "2026-11"));
        assert!(!october.contains(WORDS));
        assert!(november.contains(WORDS));
        let lines = |text: &str| text.lines().count();
        assert!(lines(&november) > 0 && lines(&october) > 0);
    }

    #[test]
    fn a_set_goes_out_as_a_file_and_comes_back_as_it_was_typed() {
        let (model, new) = model();
        // The sample's own set comes before it.
        let (id, _) = model.book.local_rules.iter().last().expect("the set");
        let job = Job::WriteLocalRules {
            set: id.0,
            today: today().num_days_from_ce(),
        };
        let JobReply::File(file) = run(job, Some(&model.book), &mut |_| ()) else {
            panic!("a file")
        };
        let read = run(Job::ReadLocalRules(file.bytes), None, &mut |_| ());
        let sent = postcard::to_allocvec(&read).expect("encodes");
        let arrived: JobReply = postcard::from_bytes(&sent).expect("decodes");
        assert_eq!(arrived, JobReply::LocalRules(Ok(new)));
        let other = Job::ReadLocalRules(Bytes(b"PK".to_vec()));
        let refused = run(other, None, &mut |_| ());
        assert_eq!(refused, JobReply::LocalRules(Err(LocalFileError::NotOne)));
    }
}
