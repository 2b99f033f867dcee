//! The summary workbook with invented people who stand on the edges: exactly 90,
//! just below it, a leader, support staff, a quarter, a month without tasks, gates.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;

use congtam::domain::{Class, Classification, Day, Decimal, Exact, Period};
use congtam::files::workbook::{
    Criterion, Names, Parameters, PeriodRole, PersonPeriod, Sourced, Summary, SummaryPerson,
    TaskLine, TaskOrigin, write_summary,
};
use congtam::rules::{CapBase, CapRounding, Denominator, Excess};

use crate::expected;

pub fn write(directory: &Path) -> Result<Summary, Box<dyn Error>> {
    let mut summary = summary()?;
    let go_on = |_| ControlFlow::Continue(());
    let bytes = write_summary(&summary, go_on)?;
    std::fs::write(directory.join("tong-hop.xlsx"), bytes)?;
    let expected = serde_json::to_string_pretty(&expected::of(&summary))?;
    std::fs::write(directory.join("tong-hop.expected.json"), expected)?;
    summary.names = Names::Hidden;
    let bytes = write_summary(&summary, go_on)?;
    std::fs::write(directory.join("tong-hop-an-ten.xlsx"), bytes)?;
    summary.names = Names::Shown;
    Ok(summary)
}

fn decimal(text: &str) -> Result<Decimal, Box<dyn Error>> {
    Ok(Decimal::parse(text)?)
}

fn sourced<T>(value: T, citation: &str) -> Sourced<T> {
    Sourced {
        value,
        citation: citation.to_owned(),
        grade: "Bắt buộc".to_owned(),
    }
}

fn parameters() -> Result<Parameters, Box<dyn Error>> {
    let lines = [
        ("I.1", "5"),
        ("I.2", "5"),
        ("II.1", "2.5"),
        ("II.2", "2.5"),
        ("II.3", "2.5"),
        ("II.4", "2.5"),
        ("III.1", "2.5"),
        ("III.2", "2.5"),
        ("III.3", "2.5"),
        ("III.4", "2.5"),
    ];
    let mut criteria = Vec::new();
    for (number, most) in lines {
        criteria.push(Criterion {
            number: number.to_owned(),
            wording: format!("Tiêu chí {number}"),
            most_points: decimal(most)?,
        });
    }
    let article = |text: &str| format!("NĐ 335/2025/NĐ-CP, {text}");
    let threshold = |points| -> Result<_, Box<dyn Error>> {
        Ok(sourced(decimal(points)?, &article("Điều 20")))
    };
    Ok(Parameters {
        criteria,
        result_points: sourced(decimal("70")?, &article("Điều 16")),
        failure_deduction: sourced(decimal("0.25")?, &article("Điều 14 khoản 2 điểm b")),
        late_deduction: sourced(decimal("0.25")?, &article("Điều 14 khoản 2 điểm c")),
        floor: sourced(decimal("0")?, ""),
        thresholds: [threshold("90")?, threshold("70")?, threshold("50")?],
        cap_share: sourced(decimal("0.2")?, &article("Điều 20 khoản 5")),
        denominator: sourced(Denominator::Assigned, &article("Điều 14")),
        over_full: sourced(Excess::CapEach, ""),
        cap_base: sourced(CapBase::FinalGood, ""),
        cap_rounding: sourced(CapRounding::Down, ""),
        decimals: 2,
    })
}

/// A period, points taken from the 30, tasks.
type Month<'a> = (&'a str, &'a str, Vec<Task<'a>>);

/// A task: k, g, h, failures, late.
type Task<'a> = (&'a str, &'a str, &'a str, u32, u32);

fn task((k, g, h, failures, late): Task<'_>, number: usize) -> Result<TaskLine, Box<dyn Error>> {
    let left = |count: u32| {
        let left = 4_u32.saturating_sub(count);
        Exact::ratio(i128::from(left), 4)
    };
    Ok(TaskLine {
        code: format!("NV-{number:03}"),
        title: "=1+1 Soạn thảo văn bản".to_owned(),
        product: "Văn bản hành chính".to_owned(),
        origin: TaskOrigin::Planned,
        in_assigned: true,
        share: Exact::one(),
        coefficient: decimal(k)?,
        assigned: decimal(g)?,
        completed: decimal(h)?,
        assigned_on: Day::from_ymd_opt(2026, 11, 1),
        due: Day::from_ymd_opt(2026, 11, 15),
        due_in_force: Day::from_ymd_opt(2026, 11, 15),
        finished: Day::from_ymd_opt(2026, 11, 19),
        failures,
        excused_failures: 0,
        late,
        excused_late: 0,
        quality: left(failures),
        timeliness: left(late),
        timeliness_given: false,
    })
}

struct Scored<'a> {
    period: &'a str,
    role: PeriodRole,
    /// Points taken from the 30, from the first line.
    less: &'a str,
    leadership: Option<[&'a str; 3]>,
    tasks: Vec<Task<'a>>,
}

fn period(scored: &Scored<'_>, parameters: &Parameters) -> Result<PersonPeriod, Box<dyn Error>> {
    let mut general_lines: Vec<_> = parameters
        .criteria
        .iter()
        .map(|line| Some(line.most_points))
        .collect();
    general_lines[0] = general_lines[0].and_then(|most| {
        let less = Decimal::parse(scored.less).ok()?;
        most.checked_sub(less)
    });
    let mut tasks = Vec::new();
    for (at, each) in scored.tasks.iter().enumerate() {
        tasks.push(task(*each, at + 1)?);
    }
    let texts = scored.leadership.unwrap_or([""; 3]);
    let leadership = texts.map(|text| Exact::parse(text).ok());
    let mut period = PersonPeriod {
        period: Period::parse(scored.period)?,
        role: scored.role,
        general_lines,
        ratios: ratios(&tasks),
        leadership,
        result: None,
        total: None,
        fixed_total: None,
        in_year: true,
        note: String::new(),
        tasks,
    };
    if period.role == PeriodRole::Support {
        period.ratios = ["0.95", "0.9", "1"].map(|text| Exact::parse(text).ok());
    }
    score(&mut period);
    Ok(period)
}

fn ratios(tasks: &[TaskLine]) -> [Option<Exact>; 3] {
    let sum = |value: &dyn Fn(&TaskLine) -> Exact| {
        tasks
            .iter()
            .fold(Exact::zero(), |sum, task| sum.plus(&value(task)))
    };
    let done = |task: &TaskLine| task.coefficient.exact().times(&task.completed.exact());
    let assigned = sum(&|task| task.coefficient.exact().times(&task.assigned.exact()));
    [
        sum(&done),
        sum(&|task| done(task).times(&task.quality)),
        sum(&|task| done(task).times(&task.timeliness)),
    ]
    .map(|sum| {
        sum.divided_by(&assigned)
            .map(|ratio| ratio.min(Exact::one()))
    })
}

fn score(period: &mut PersonPeriod) {
    let mut parts: Vec<Exact> = period.ratios.iter().flatten().cloned().collect();
    let needed = if period.role == PeriodRole::Leader {
        parts.extend(period.leadership.iter().flatten().cloned());
        6
    } else {
        3
    };
    let mean = Exact::mean(&parts).filter(|_| parts.len() == needed);
    period.result = mean.map(|mean| mean.times(&Exact::whole(70)));
    period.total = match (period.general(), &period.result) {
        (Some(general), Some(result)) => Some(general.plus(result)),
        _ => None,
    };
}

fn summary() -> Result<Summary, Box<dyn Error>> {
    let parameters = parameters()?;
    let handbook: Vec<Task<'_>> = vec![
        ("1", "5", "4", 0, 1),
        ("2.7", "3", "3", 1, 1),
        ("3.7", "1", "0.8", 2, 0),
    ];
    let all = |tasks: Vec<Task<'static>>| move |period| (period, "0", tasks.clone());
    let perfect = all(vec![("0.1", "3", "3", 0, 0), ("1.7", "7", "7", 0, 0)]);
    let people: Vec<(&str, &str, Vec<Month<'_>>)> = vec![
        (
            "Nguyễn Văn Mẫu",
            "Chuyên môn",
            vec![("2026-08", "2.5", handbook), ("2026-09", "0", vec![])],
        ),
        // a = 6/7, b = c = 5/7: the total is exactly 30 + 160/3; and one exactly 90.
        (
            "Trần Thị Thử",
            "Chuyên môn",
            vec![
                ("2026-01", "0", vec![("0.7", "7", "6", 0, 0)]),
                (
                    "2026-02",
                    "0",
                    vec![("1.1", "7", "6", 0, 0), ("1.1", "1", "1", 4, 0)],
                ),
            ],
        ),
        // Exactly 90 in two months made of sevenths and of tenths.
        (
            "Lê Đúng Chín Mươi",
            "Chuyên môn",
            vec![
                ("2026-03", "0", vec![("0.3", "7", "6", 0, 0)]),
                (
                    "2026-04",
                    "0",
                    vec![("0.1", "70", "60", 0, 0), ("0.7", "10", "8.571428", 0, 0)],
                ),
            ],
        ),
        (
            "Phạm Hoàn Hảo",
            "Chuyên môn",
            vec![perfect("2026-05"), perfect("2026-06")],
        ),
        // A quarter weighs three months.
        (
            "Võ Theo Quý",
            "",
            vec![
                ("2026-Q1", "1", vec![("2", "3", "2", 0, 0)]),
                ("2026-04", "0", vec![("1", "3", "1", 0, 0)]),
            ],
        ),
        // 89,9999… is not 90.
        (
            "Hồ Sát Ngưỡng",
            "Chuyên môn",
            vec![("2026-07", "0", vec![("1", "700000", "599999.9", 0, 0)])],
        ),
    ];
    let mut list = Vec::new();
    for (at, (name, group, periods)) in people.into_iter().enumerate() {
        let mut scored = Vec::new();
        for (when, less, tasks) in periods {
            let each = Scored {
                period: when,
                role: PeriodRole::Staff,
                less,
                leadership: None,
                tasks,
            };
            scored.push(period(&each, &parameters)?);
        }
        list.push(person(at, name, group, scored));
    }
    list.extend(special(&parameters, list.len())?);
    Ok(Summary {
        agency: "Ủy ban nhân dân xã Thử Nghiệm".to_owned(),
        year: 2026,
        written_on: Day::from_ymd_opt(2026, 12, 10),
        log: None,
        names: Names::Shown,
        parameters,
        people: list,
    })
}

/// A head below their unit, support staff, a gate, and one who is not classified.
fn special(parameters: &Parameters, from: usize) -> Result<Vec<SummaryPerson>, Box<dyn Error>> {
    let tasks: Vec<Task<'_>> = vec![("1.3", "10", "10", 0, 0)];
    let scored = |role, leadership, tasks| Scored {
        period: "2026-10",
        role,
        less: "0.5",
        leadership,
        tasks,
    };
    let leader = scored(PeriodRole::Leader, Some(["1", "0.5", "1"]), tasks.clone());
    let unfinished = scored(PeriodRole::Leader, Some(["1", "", "1"]), tasks.clone());
    let support = scored(PeriodRole::Support, None, vec![]);
    let gated = scored(PeriodRole::Staff, None, tasks.clone());
    let away = scored(PeriodRole::Staff, None, tasks);
    let mut list = Vec::new();
    for (at, (name, each)) in [
        ("Đặng Trưởng Phòng", &leader),
        ("Bùi Thiếu Đ", &unfinished),
        ("Ngô Lái Xe", &support),
        ("Dương Bị Khiển Trách", &gated),
        ("Lý Nghỉ Dài", &away),
    ]
    .into_iter()
    .enumerate()
    {
        let periods = vec![period(each, parameters)?];
        list.push(person(from + at, name, "Quản lý", periods));
    }
    list[0].unit_class = Some(Class::Completed);
    list[0].computed = Classification::Class(Class::Completed);
    list[3].gate = Some("Khiển trách trong năm".to_owned());
    list[3].computed = Classification::Class(Class::NotCompleted);
    list[4].unclassified = Some("Công tác dưới 06 tháng".to_owned());
    list[4].computed = Classification::Unclassified;
    list[2].decided = Some(Classification::Class(Class::Good));
    Ok(list)
}

fn person(at: usize, name: &str, group: &str, periods: Vec<PersonPeriod>) -> SummaryPerson {
    let mut sum = Exact::zero();
    let mut months = 0;
    for scored in &periods {
        if let Some(total) = &scored.total {
            let weight = i64::try_from(scored.period.months().len()).unwrap_or_default();
            sum = sum.plus(&total.times(&Exact::whole(weight)));
            months += weight;
        }
    }
    let mean = sum.divided_by(&Exact::whole(months));
    let score_class = mean.as_ref().map(class_of);
    SummaryPerson {
        code: format!("{:03}", at + 1),
        name: name.to_owned(),
        position: "+Chuyên viên".to_owned(),
        unit: "Phòng Kinh tế".to_owned(),
        group: group.to_owned(),
        periods,
        mean,
        complete: true,
        score_class,
        gate: None,
        unit_class: None,
        unclassified: None,
        computed: score_class.map_or(Classification::None, Classification::Class),
        decided: None,
        note: "=SUM(A1:A9)".to_owned(),
    }
}

fn class_of(mean: &Exact) -> Class {
    let at_least = |points| *mean >= Exact::whole(points);
    if at_least(90) {
        Class::Excellent
    } else if at_least(70) {
        Class::Good
    } else if at_least(50) {
        Class::Completed
    } else {
        Class::NotCompleted
    }
}
