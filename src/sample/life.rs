//! Tasks written by hand that show a task's whole life: milestones, versions returned, one shared
//! by two people, one spread over months; and the agency's own tariff.
//!
//! Nothing here is left to chance, so the rest of the sample stays as it is.

use super::cast::Cast;
use super::work::event;
use super::{Maker, day};
use crate::domain::{
    Assignment, AssignmentId, Day, Decimal, LocalRules, LocalRulesId, LocalTariff, Span,
    TariffBand, TariffForm, TaskEventKind,
};
use crate::ledger::{Key, Kind, Record};

const APPROVER: &str = "Phó Chủ tịch UBND xã";

impl Maker<'_> {
    /// One task for each part of a task's life that ordinary work does not show.
    pub(super) fn lives(&mut self, cast: &Cast) {
        self.milestones(cast);
        self.milestones_under_way(cast);
        self.versions(cast);
        self.shared(cast);
        self.spread(cast);
    }

    /// Handed in whole in time, one of its milestones late.
    fn milestones(&mut self, cast: &Cast) {
        let days = (day(8, 3), day(8, 28));
        let Some(mut task) = self.scripted(cast, "moved", "DC.04", days) else {
            return;
        };
        task.name = Some("Xây dựng kế hoạch chuyển đổi số của xã".to_owned());
        self.milestone(&mut task, "Đề cương", day(8, 10), day(8, 10));
        self.milestone(&mut task, "Dự thảo gửi lấy ý kiến", day(8, 17), day(8, 19));
        self.finish(&mut task, day(8, 27));
        self.put_task(task);
    }

    /// Still open: one milestone in time, one late, one to come.
    fn milestones_under_way(&mut self, cast: &Cast) {
        let days = (day(11, 2), day(11, 27));
        let Some(mut task) = self.scripted(cast, "overturned", "HCC.25", days) else {
            return;
        };
        task.name = Some("Rà soát quy trình nội bộ của bộ phận một cửa".to_owned());
        self.milestone(&mut task, "Danh mục quy trình", day(11, 9), day(11, 9));
        self.milestone(&mut task, "Quy trình sửa đổi", day(11, 16), day(11, 18));
        self.milestone(&mut task, "Tờ trình", day(11, 25), day(11, 25));
        self.finish(&mut task, day(11, 26));
        self.put_task(task);
    }

    fn milestone(&self, task: &mut Assignment, name: &str, due: Day, done: Day) {
        let kind = TaskEventKind::Milestone {
            name: name.to_owned(),
            due,
            done: Some(done).filter(|done| *done <= self.until),
        };
        let on = task.assigned_on.unwrap_or(due);
        event(task, on, kind);
    }

    /// Two versions were returned, the third one passed.
    fn versions(&mut self, cast: &Cast) {
        let days = (day(9, 7), day(9, 25));
        let Some(mut task) = self.scripted(cast, "transferred", "DC.06", days) else {
            return;
        };
        task.name = Some("Báo cáo tình hình thu ngân sách chín tháng".to_owned());
        let all = [
            (day(9, 15), Some("Thiếu số liệu của hai thôn")),
            (day(9, 21), Some("Chưa nêu nguyên nhân hụt thu")),
            (day(9, 24), None),
        ];
        for (version, (on, wrong)) in (1..).zip(all) {
            if on <= self.until {
                let kind = TaskEventKind::Assessment {
                    version,
                    passed: wrong.is_none(),
                    by: Some(APPROVER.to_owned()),
                    note: wrong.map(str::to_owned),
                };
                event(&mut task, on, kind);
            }
        }
        self.finish(&mut task, day(9, 24));
        self.put_task(task);
    }

    /// A task of four shared three and one; each answers for their own part.
    fn shared(&mut self, cast: &Cast) {
        let days = (day(10, 5), day(10, 23));
        let parts = [("moved", 3), ("overturned", 1)].map(|(story, quantity)| {
            let mut part = self.scripted(cast, story, "DC.04", days)?;
            part.name = Some("Số hóa hồ sơ lưu trữ của xã".to_owned());
            part.assigned = Decimal::from_whole(quantity);
            self.finish(&mut part, day(10, 22));
            Some(part)
        });
        self.put_parts(parts.into_iter().flatten().collect());
    }

    /// A task of six spread over three months: two due in each.
    fn spread(&mut self, cast: &Cast) {
        let months = [
            (day(9, 30), day(9, 29)),
            (day(10, 30), day(10, 29)),
            (day(11, 27), day(11, 26)),
        ];
        let parts = months.map(|(due, on)| {
            let mut part = self.scripted(cast, "transferred", "DC.04", (day(9, 7), due))?;
            part.name = Some("Kiểm kê tài sản công của xã".to_owned());
            part.assigned = Decimal::from_whole(2);
            self.finish(&mut part, on);
            Some(part)
        });
        self.put_parts(parts.into_iter().flatten().collect());
    }

    /// The parts of one whole: the first of them names it.
    fn put_parts(&mut self, parts: Vec<Assignment>) {
        let sum = parts.iter().map(|part| part.assigned.millionths()).sum();
        let quantity = Decimal::from_millionths(sum);
        let ids: Vec<AssignmentId> = parts.into_iter().map(|part| self.put_task(part)).collect();
        let Some(whole) = ids.first().copied() else {
            return;
        };
        for id in ids {
            if let Some(Record::Assignment(mut part)) = self.draft.get(Key::Assignment(id)) {
                let on = part.assigned_on.unwrap_or(self.until);
                event(&mut part, on, TaskEventKind::PartOf { whole, quantity });
                self.draft.put(Key::Assignment(id), part);
            }
        }
    }

    fn finish(&self, task: &mut Assignment, on: Day) {
        if on <= self.until {
            task.completed = task.assigned;
            task.finished = Some(on);
        }
    }

    /// The commune's own tariff for lateness, in force from the fourth quarter on.
    pub(super) fn local_tariff(&mut self) {
        let from = day(10, 1);
        if from > self.until {
            return;
        }
        let band = |from: i32, below: Option<i32>, points: i32| TariffBand {
            from: Decimal::from_whole(from),
            below: below.map(Decimal::from_whole),
            points: Decimal::from_whole(points),
        };
        let bands = vec![
            band(0, Some(1), 10),
            band(1, Some(3), 7),
            band(3, Some(6), 4),
            band(6, None, 0),
        ];
        let set = LocalRules {
            title: "Biểu điểm kỷ cương của xã (mẫu)".to_owned(),
            issuer: "UBND xã Bình Minh (mẫu)".to_owned(),
            decision: "118/QĐ-UBND (mẫu)".to_owned(),
            span: Span { from, to: None },
            lines: Vec::new(),
            tariffs: vec![LocalTariff {
                criterion: "CT.2".to_owned(),
                max: Decimal::from_whole(10),
                form: TariffForm::Bands(bands),
                proposed: None,
            }],
            conclusions: Vec::new(),
        };
        let id = LocalRulesId(self.draft.fresh(Kind::LocalRules));
        self.draft.put(Key::LocalRules(id), set);
    }
}
