//! Records of the kinds, events and states that came with format 2.

use congtam::domain as d;
use congtam::ledger::{Key, Record};

use super::specimens::{day, decimal, event, month, some, span};

/// What came with format 2.
pub fn records() -> Vec<(Key, Record)> {
    let mut all = Vec::new();
    all.extend(newer_tasks());
    all.extend(newer_complaints());
    all.extend(incidents());
    all.extend(local_rules());
    all
}

fn newer_tasks() -> Vec<(Key, Record)> {
    let kinds = [
        d::TaskEventKind::Assessment {
            version: 1,
            passed: false,
            by: some("Trưởng phòng"),
            note: some("thiếu phụ lục"),
        },
        d::TaskEventKind::Milestone {
            name: "Gửi dự thảo".into(),
            due: day("2026-08-10"),
            done: Some(day("2026-08-12")),
        },
        d::TaskEventKind::Reminder {
            by: some("Chánh văn phòng"),
            note: None,
        },
        d::TaskEventKind::Apology {
            reason: "thiếu hồ sơ".into(),
            again_on: Some(day("2026-08-25")),
            document: some("3/PXL"),
        },
        d::TaskEventKind::PartOf {
            whole: d::AssignmentId(1),
            quantity: decimal("20"),
        },
        d::TaskEventKind::Answerable {
            who: "Phó Chủ tịch".into(),
        },
        d::TaskEventKind::Dossiers {
            handled: 40,
            electronic: 38,
        },
    ];
    let events = (1..).zip(kinds).map(|(id, kind)| event(id, kind)).collect();
    let part = d::Assignment {
        code: some("NV-02"),
        name: None,
        official: Some(d::OfficialId(3)),
        unit: None,
        product: Some(d::ProductId(1)),
        coefficient: decimal("1.25"),
        assigned: decimal("10"),
        completed: decimal("10"),
        assigned_on: Some(day("2026-08-01")),
        due: Some(day("2026-08-31")),
        finished: Some(day("2026-08-30")),
        origin: d::Origin::Planned,
        handed_back: None,
        events,
        note: None,
    };
    vec![(Key::Assignment(d::AssignmentId(3)), part.into())]
}

fn newer_complaints() -> Vec<(Key, Record)> {
    let step = |state| d::ComplaintStep {
        on: day("2026-07-05"),
        state,
        actor: None,
        document: some("8/QĐ"),
        note: None,
    };
    let states = [
        d::ComplaintState::Extended,
        d::ComplaintState::Linked(d::ComplaintId(1)),
    ];
    let complaint = d::Complaint {
        number: "16".into(),
        received: day("2026-07-02"),
        channel: "don-thu".into(),
        criterion: None,
        procedure: some("to-cao"),
        official: None,
        unit: None,
        assignment: None,
        dossier: None,
        summary: "Cùng vụ việc".into(),
        steps: states.into_iter().map(step).collect(),
        effects: Vec::new(),
    };
    let grounds = d::Grounds {
        second: true,
        remote: false,
    };
    let person = d::Complainant {
        name: "Người Gửi Mẫu".into(),
        contact: some("địa chỉ mẫu"),
    };
    vec![
        (Key::Complaint(d::ComplaintId(2)), complaint.into()),
        (Key::Complainant(d::ComplaintId(2)), person.into()),
        (Key::Grounds(d::ComplaintId(2)), grounds.into()),
    ]
}

fn incidents() -> Vec<(Key, Record)> {
    let effect = d::LineEffect {
        line: d::LineId {
            section: 2,
            line: 3,
        },
        month: month(2026, 8),
        points: decimal("0.25"),
        taken: false,
        by: "Chủ tịch".into(),
        reason: "lần đầu".into(),
        on: day("2026-08-30"),
    };
    let confirmed = d::Incident {
        on: day("2026-08-20"),
        criterion: "CT.5".into(),
        official: Some(d::OfficialId(3)),
        unit: Some(d::UnitId(2)),
        assignment: Some(d::AssignmentId(3)),
        summary: "Chuyển việc không có lý do".into(),
        recorded_by: "Chánh văn phòng".into(),
        evidence: some("9/BC"),
        explanation: some("quá tải"),
        reviews: vec![
            d::IncidentReview {
                confirmed: false,
                by: "Phó Chủ tịch".into(),
                on: day("2026-08-25"),
                document: None,
            },
            d::IncidentReview {
                confirmed: true,
                by: "Chủ tịch".into(),
                on: day("2026-08-28"),
                document: some("10/TB"),
            },
        ],
        effects: vec![effect],
    };
    let open = d::Incident {
        official: None,
        unit: None,
        assignment: None,
        evidence: None,
        explanation: None,
        reviews: Vec::new(),
        effects: Vec::new(),
        ..confirmed.clone()
    };
    vec![
        (Key::Incident(d::IncidentId(1)), confirmed.into()),
        (Key::Incident(d::IncidentId(2)), open.into()),
    ]
}

fn local_rules() -> Vec<(Key, Record)> {
    let band = |from: &str, below: Option<&str>, points: &str| d::TariffBand {
        from: decimal(from),
        below: below.map(decimal),
        points: decimal(points),
    };
    let tariff = |criterion: &str, form, proposed| d::LocalTariff {
        criterion: criterion.into(),
        max: decimal("10"),
        form,
        proposed,
    };
    let bands = vec![band("0", Some("90"), "5"), band("90", None, "10")];
    let rules = d::LocalRules {
        title: "Bộ tiêu chí mẫu".into(),
        issuer: "UBND tỉnh Mẫu".into(),
        decision: "12/QĐ-UBND".into(),
        span: span("2026-07-01", Some("2026-12-31")),
        lines: vec![d::LocalLine {
            line: d::LineId {
                section: 1,
                line: 1,
            },
            wording: "Chấp hành chủ trương".into(),
            max: decimal("5"),
        }],
        tariffs: vec![
            tariff("CT.1", d::TariffForm::Share, None),
            tariff(
                "CT.2",
                d::TariffForm::PerEvent(decimal("2")),
                Some(decimal("0.5")),
            ),
            tariff("CT.11", d::TariffForm::Bands(bands), None),
        ],
        conclusions: vec![(d::Conclusion::Substantiated, decimal("1"))],
    };
    let clock = d::ClockChoice {
        clock: "khieu-nai.accept".into(),
        length: 5,
        working_days: true,
        span: span("2026-07-01", None),
        issuer: "UBND xã Mẫu".into(),
        document: "15/QC-UBND".into(),
    };
    vec![
        (Key::LocalRules(d::LocalRulesId(1)), rules.into()),
        (Key::Clock(d::ClockChoiceId(1)), clock.into()),
    ]
}
