//! One record of every kind, with every variant of every part, all invented.

use congtam::domain as d;
use congtam::ledger::{
    Action, Change, Cleaned, CleanedEntry, Digest, Key, Kind, Moment, Operation, Record,
};

pub fn day(text: &str) -> d::Day {
    text.parse().unwrap()
}

pub fn decimal(text: &str) -> d::Decimal {
    d::Decimal::parse(text).unwrap()
}

fn exact(text: &str) -> d::Exact {
    d::Exact::parse(text).unwrap()
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "reads better where an option is wanted"
)]
pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub fn span(from: &str, to: Option<&str>) -> d::Span {
    d::Span {
        from: day(from),
        to: to.map(day),
    }
}

fn period(text: &str) -> d::Period {
    d::Period::parse(text).unwrap()
}

pub fn month(year: u16, number: u8) -> d::Month {
    d::Month::new(year, number).unwrap()
}

/// Records that may stand in one book: every reference is to another of them.
pub fn records() -> Vec<(Key, Record)> {
    let mut all = records_of_format_1();
    all.extend(super::newer::records());
    all
}

/// What format 1 knew.
pub fn records_of_format_1() -> Vec<(Key, Record)> {
    let mut all = Vec::new();
    all.extend(agency_and_units());
    all.extend(people());
    all.extend(catalogue());
    all.extend(tasks());
    all.extend(complaints());
    all.extend(sheets());
    all.extend(decisions());
    all
}

fn agency_and_units() -> Vec<(Key, Record)> {
    let agency = d::Agency {
        name: "UBND xã Mẫu".into(),
        superior: "UBND tỉnh Mẫu".into(),
        place: "Mẫu".into(),
        signer_title: "CHỦ TỊCH".into(),
        tracking: d::Tracking::Quarterly,
        sample: true,
    };
    let unit = |name: &str, parent| d::Unit {
        name: name.into(),
        code: some("VP"),
        parent,
    };
    let year = d::UnitYear {
        score: Some(decimal("91.5")),
        class: Some(d::Class::Excellent),
        document: some("12/QĐ-UBND"),
        decided_on: Some(day("2026-12-20")),
        raised_cap: true,
        raised_cap_document: some("13/QĐ-UBND"),
    };
    vec![
        (Key::Agency(), agency.into()),
        (Key::Unit(d::UnitId(1)), unit("UBND xã Mẫu", None).into()),
        (
            Key::Unit(d::UnitId(2)),
            unit("Văn phòng", Some(d::UnitId(1))).into(),
        ),
        (
            Key::Group(d::GroupId(1)),
            d::DutyGroup {
                name: "Chuyên viên".into(),
            }
            .into(),
        ),
        (Key::UnitYear(d::UnitId(2), 2026), year.into()),
        (
            Key::UnitYear(d::UnitId(2), 2027),
            d::UnitYear::default().into(),
        ),
    ]
}

fn people() -> Vec<(Key, Record)> {
    let mut all = Vec::new();
    let roles = [
        d::Role::Head,
        d::Role::Deputy,
        d::Role::Staff,
        d::Role::Support,
    ];
    for (id, role) in (1_u32..).zip(roles) {
        let official = d::Official {
            name: format!("Người Mẫu {id}"),
            code: (id > 1).then(|| format!("CC{id}")),
            born: (id > 2).then(|| day("1969-12-31")),
            note: (id > 3).then(|| "ghi chú".into()),
        };
        let position = d::Position {
            official: d::OfficialId(id),
            unit: d::UnitId(2),
            role,
            title: "Chuyên viên".into(),
            group: (id == 3).then_some(d::GroupId(1)),
            span: span("2026-01-01", (id > 2).then_some("2026-08-31")),
        };
        all.push((Key::Official(d::OfficialId(id)), official.into()));
        all.push((Key::Position(d::PositionId(id)), position.into()));
    }
    let kinds = [
        d::AbsenceKind::Sick,
        d::AbsenceKind::Maternity,
        d::AbsenceKind::Unpaid,
        d::AbsenceKind::Other,
    ];
    for (id, kind) in (1_u32..).zip(kinds) {
        let absence = d::Absence {
            official: d::OfficialId(3),
            kind,
            span: span("2026-03-01", Some("2026-03-31")),
            document: (id == 1).then(|| "Giấy nghỉ".into()),
        };
        all.push((Key::Absence(d::AbsenceId(id)), absence.into()));
    }
    all
}

fn catalogue() -> Vec<(Key, Record)> {
    let catalogue = d::Catalogue {
        name: "Danh mục mẫu".into(),
        decision: some("01/QĐ-UBND"),
        issuer: some("UBND xã Mẫu"),
        span: span("2026-01-01", None),
        standard_points: decimal("10"),
        coefficient_decimals: Some(2),
        bands: vec![d::Band {
            name: "N2".into(),
            from: decimal("5"),
            to: decimal("9.5"),
        }],
    };
    let product = |points, coefficient| d::Product {
        catalogue: d::CatalogueId(1),
        code: "DC.01".into(),
        task: "Địa chính".into(),
        detail: some("Đo đạc"),
        output: some("Biên bản"),
        department: some("Phòng Kinh tế"),
        band: some("N2"),
        points,
        coefficient,
        note: None,
    };
    let fixed = product(
        d::ProductPoints::Fixed(decimal("10")),
        d::ProductCoefficient::Fixed(decimal("1")),
    );
    let range = product(
        d::ProductPoints::Range(decimal("5"), decimal("9.5")),
        d::ProductCoefficient::Range(decimal("0.5"), decimal("0.95")),
    );
    let unknown = product(
        d::ProductPoints::Unknown,
        d::ProductCoefficient::Fixed(decimal("0.333333")),
    );
    vec![
        (Key::Catalogue(d::CatalogueId(1)), catalogue.into()),
        (Key::Product(d::ProductId(1)), fixed.into()),
        (Key::Product(d::ProductId(2)), range.into()),
        (Key::Product(d::ProductId(3)), unknown.into()),
    ]
}

pub fn event(id: u32, kind: d::TaskEventKind) -> d::TaskEvent {
    d::TaskEvent {
        id: d::EventId(id),
        on: day("2026-08-10"),
        kind,
    }
}

fn events() -> Vec<d::TaskEvent> {
    let cause = |excuses, revoked| d::TaskEventKind::ObjectiveCause {
        excuses,
        cause: "bão lũ".into(),
        confirmed_by: some("Chủ tịch"),
        document: None,
        revoked,
    };
    let kinds = [
        d::TaskEventKind::Extension {
            to: day("2026-08-20"),
            approver: some("Chủ tịch"),
            document: some("5/TB"),
            revoked: Some(day("2026-08-15")),
        },
        d::TaskEventKind::QualityFailure {
            note: some("thiếu số liệu"),
        },
        d::TaskEventKind::Late { note: None },
        cause(d::Excuses::Event(d::EventId(3)), None),
        cause(d::Excuses::DerivedLateness, Some(day("2026-09-01"))),
        d::TaskEventKind::Pause {
            to: Some(day("2026-08-12")),
            waiting_for: "Sở Mẫu".into(),
            document: some("6/CV"),
        },
        d::TaskEventKind::Handling {
            measure: "nhắc nhở".into(),
            by: some("Chánh văn phòng"),
            document: None,
        },
    ];
    (1..).zip(kinds).map(|(id, kind)| event(id, kind)).collect()
}

fn tasks() -> Vec<(Key, Record)> {
    let full = d::Assignment {
        code: some("NV-01"),
        name: some("Báo cáo tháng 8"),
        official: Some(d::OfficialId(3)),
        unit: Some(d::UnitId(2)),
        product: Some(d::ProductId(1)),
        coefficient: decimal("1.25"),
        assigned: decimal("10"),
        completed: decimal("9.5"),
        assigned_on: Some(day("2026-08-01")),
        due: Some(day("2026-08-15")),
        finished: Some(day("2026-08-18")),
        origin: d::Origin::Planned,
        handed_back: Some(d::HandBack {
            on: day("2026-08-16"),
            reason: some("nghỉ ốm"),
            taken_over_by: Some(d::AssignmentId(2)),
        }),
        events: events(),
        note: some("ghi chú"),
    };
    let taken_over = d::Assignment {
        origin: d::Origin::TakenOver,
        handed_back: None,
        events: Vec::new(),
        ..full.clone()
    };
    let bare = d::Assignment {
        code: None,
        name: None,
        official: None,
        unit: None,
        product: None,
        coefficient: d::Decimal::ZERO,
        assigned: d::Decimal::ZERO,
        completed: d::Decimal::ZERO,
        assigned_on: None,
        due: None,
        finished: None,
        origin: d::Origin::Unplanned,
        handed_back: None,
        events: Vec::new(),
        note: None,
    };
    vec![
        (Key::Assignment(d::AssignmentId(1)), full.into()),
        (Key::Assignment(d::AssignmentId(2)), taken_over.into()),
        (Key::Assignment(d::AssignmentId(5000)), bare.into()),
    ]
}

fn complaints() -> Vec<(Key, Record)> {
    use d::{ComplaintState as State, Conclusion as End};
    let states = [
        State::Received,
        State::Accepted,
        State::Refused,
        State::Forwarded,
        State::Verifying,
        State::Concluded(End::Substantiated),
        State::Concluded(End::PartlySubstantiated),
        State::Concluded(End::Unfounded),
        State::Concluded(End::Withdrawn),
        State::Concluded(End::NotEstablished),
        State::Closed,
    ];
    let step = |state| d::ComplaintStep {
        on: day("2026-07-02"),
        state,
        actor: some("Thanh tra"),
        document: some("7/KL"),
        note: None,
    };
    let effect = d::LineEffect {
        line: d::LineId {
            section: 2,
            line: 3,
        },
        month: month(2026, 7),
        points: decimal("0.5"),
        taken: true,
        by: "Chủ tịch".into(),
        reason: "kết luận đúng".into(),
        on: day("2026-07-30"),
    };
    let complaint = d::Complaint {
        number: "15".into(),
        received: day("2026-07-01"),
        channel: "tiep-dan".into(),
        criterion: some("CT.9"),
        procedure: some("phan-anh"),
        official: Some(d::OfficialId(3)),
        unit: Some(d::UnitId(2)),
        assignment: Some(d::AssignmentId(1)),
        dossier: some("HS-1"),
        summary: "Trả hồ sơ muộn".into(),
        steps: states.into_iter().map(step).collect(),
        effects: vec![effect],
    };
    vec![(Key::Complaint(d::ComplaintId(1)), complaint.into())]
}

fn sheets() -> Vec<(Key, Record)> {
    let who = d::OfficialId(1);
    let line = |section, line| d::LineId { section, line };
    let general = d::GeneralSheet {
        own: [(line(1, 1), decimal("5")), (line(10, 2), decimal("4.5"))]
            .into_iter()
            .collect(),
        authority: [(line(1, 1), decimal("4.75"))].into_iter().collect(),
        authority_on: Some(day("2026-09-03")),
        strengths: some("chủ động"),
        weaknesses: some("còn chậm"),
        comment: some("đạt"),
    };
    let answer = |full| d::LeadershipAnswer {
        full,
        reason: some("căn cứ"),
    };
    let leadership = d::LeadershipSheet {
        unit_result: Some(answer(true)),
        organising: Some(answer(false)),
        unity: None,
    };
    let support = d::SupportSheet {
        quality: Some(decimal("95")),
        compliance: None,
        effectiveness: Some(decimal("100")),
    };
    let confirmation = |class, unlocked| d::Confirmation {
        version: 2,
        on: day("2026-09-05"),
        by: "Chủ tịch".into(),
        total: exact("8999/100"),
        general: exact("30"),
        result: exact("12345678901234567890123456789012345678901/3"),
        class,
        readings: vec![("R1".into(), "per_occurrence".into())],
        unlocked,
    };
    let again = Some((day("2026-09-06"), "nhập sai".to_owned()));
    let foreign = d::ForeignScore {
        total: decimal("88.25"),
        source: "Sở Mẫu".into(),
    };
    let confirmed = |text, class| {
        (
            Key::Confirmation(who, period(text)),
            confirmation(class, None).into(),
        )
    };
    vec![
        (Key::General(who, period("2026-08")), general.into()),
        (
            Key::General(who, period("2026-Q3")),
            d::GeneralSheet::default().into(),
        ),
        (Key::Leadership(who, period("2026-H2")), leadership.into()),
        (
            Key::Support(d::OfficialId(4), period("2026-08")),
            support.into(),
        ),
        confirmed("2026-08", d::Class::Good),
        confirmed("2026-09", d::Class::Completed),
        confirmed("2026", d::Class::NotCompleted),
        (
            Key::Confirmation(who, period("2026-10")),
            confirmation(d::Class::Excellent, again).into(),
        ),
        (Key::ForeignScore(who, month(2026, 1)), foreign.into()),
    ]
}

fn decisions() -> Vec<(Key, Record)> {
    let mut all = Vec::new();
    for (id, side) in [
        (1, d::DisciplineSide::Party),
        (2, d::DisciplineSide::Administrative),
    ] {
        let discipline = d::Discipline {
            official: d::OfficialId(3),
            form: "khien-trach".into(),
            side,
            act: "vi phạm mẫu".into(),
            act_on: Some(day("2025-11-01")),
            decision: some("20/QĐ"),
            effective: day("2026-02-01"),
            duty_related: id == 2,
            same_act_as: (id == 2).then_some(d::DisciplineId(1)),
            already_used_in: Some(2025),
            act_unit: Some(d::UnitId(1)),
        };
        all.push((Key::Discipline(d::DisciplineId(id)), discipline.into()));
    }
    let gates = [
        d::Gate::Degradation,
        d::Gate::PartyProhibition,
        d::Gate::ExampleDuty,
        d::Gate::DutyDiscipline,
        d::Gate::UnitCorruption,
    ];
    for (id, gate) in (1..).zip(gates) {
        let conclusion = d::GateConclusion {
            official: d::OfficialId(3),
            gate,
            year: 2026,
            authority: "Cấp có thẩm quyền".into(),
            document: "30/KL".into(),
            on: day("2026-11-30"),
        };
        all.push((Key::GateConclusion(d::ConclusionId(id)), conclusion.into()));
    }
    let first = d::YearDecision {
        official: d::OfficialId(3),
        year: 2026,
        own_class: Some(d::Class::Good),
        class: Some(d::Class::Completed),
        reason: some("bị kỷ luật"),
        number: some("40/QĐ"),
        on: Some(day("2026-12-20")),
        proposal: some("đề nghị bồi dưỡng"),
        replaces: None,
        petition: Some(d::Petition {
            received: day("2026-12-22"),
            answered: Some(day("2026-12-30")),
            document: some("41/TB"),
        }),
    };
    let second = d::YearDecision {
        replaces: Some(d::DecisionId(1)),
        petition: None,
        ..first.clone()
    };
    let reading = d::ReadingChoice {
        reading: "R1".into(),
        option: "per_day".into(),
        span: span("2026-01-01", None),
        issuer: some("UBND tỉnh Mẫu"),
        document: None,
    };
    let edit = d::CalendarEdit {
        day: day("2026-09-01"),
        working: false,
        note: some("nghỉ bù"),
    };
    all.extend([
        (Key::Decision(d::DecisionId(1)), first.into()),
        (Key::Decision(d::DecisionId(2)), second.into()),
        (Key::Reading(d::ReadingChoiceId(1)), reading.into()),
        (Key::Calendar(d::CalendarEditId(1)), edit.into()),
    ]);
    all
}

/// Every action there is.
pub fn actions() -> Vec<Action> {
    let mut all = actions_of_format_2();
    let cleaned = Cleaned(
        vec![
            CleanedEntry {
                sequence: 3,
                payload: Digest::of(b"3"),
                head: None,
            },
            CleanedEntry {
                sequence: 500,
                payload: Digest::of(b"500"),
                head: Some(Digest::of(b"head")),
            },
        ]
        .into(),
    );
    all.extend([
        Action::PutBack(9),
        Action::Purge {
            until: Moment(1_780_000_000_000),
            cleaned: cleaned.clone(),
        },
        Action::Erase {
            official: d::OfficialId(4),
            cleaned,
        },
    ]);
    all
}

/// What format 2 knew.
pub fn actions_of_format_2() -> Vec<Action> {
    vec![
        Action::Add(Kind::Unit),
        Action::Edit(Kind::Official),
        Action::Remove(Kind::Calendar),
        Action::Import {
            kind: Kind::Assignment,
            source: "nhiệm vụ.xlsx".into(),
        },
        Action::Paste(Kind::Assignment),
        Action::Fill(Kind::Assignment),
        Action::Extend,
        Action::RecordCause,
        Action::HandOver,
        Action::AdvanceComplaint,
        Action::DecideEffect,
        Action::Score,
        Action::Confirm,
        Action::Unlock,
        Action::Decide,
        Action::ChooseReading,
        Action::LoadSample,
        Action::Restore,
        Action::Undo(7),
        Action::Redo(u64::MAX),
        Action::Revoke,
        Action::Handle,
        Action::Divide,
        Action::Replace(Kind::Assignment),
        Action::ReviewIncident,
    ]
}

/// All records as one operation on an empty book.
pub fn operation() -> Operation {
    operation_of(records())
}

/// Records as one operation on an empty book.
pub fn operation_of(records: Vec<(Key, Record)>) -> Operation {
    let empty = congtam::ledger::Book::default();
    Operation {
        action: Action::LoadSample,
        changes: records
            .into_iter()
            .map(|(key, after)| Change {
                key,
                before: empty.get(key),
                after: Some(after),
            })
            .collect(),
    }
}

/// A book with all records.
pub fn book() -> congtam::ledger::Book {
    book_of(records())
}

/// A book with these records.
pub fn book_of(records: Vec<(Key, Record)>) -> congtam::ledger::Book {
    let mut book = congtam::ledger::Book::default();
    book.apply(&operation_of(records)).unwrap();
    book
}
