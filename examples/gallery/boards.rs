//! The boards that show everything but the grid.
#![allow(
    clippy::wildcard_imports,
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "a show of everything, read from top to bottom"
)]

use congtam::ui::components::*;
use leptos::prelude::*;

const NAMES: [(&str, &str, f64, f64, f64, &str, ClassMark, &str); 8] = [
    (
        "Trần Thị Ánh",
        "Chuyên viên · Văn phòng",
        100.0,
        100.0,
        96.4,
        "98,66",
        ClassMark::Excellent,
        "Xuất sắc",
    ),
    (
        "Lê Văn An",
        "Trưởng phòng · Kinh tế",
        97.1,
        94.2,
        90.1,
        "89,99",
        ClassMark::Good,
        "Tốt",
    ),
    (
        "Phạm Thị Ân",
        "Chuyên viên · Kinh tế",
        92.0,
        90.5,
        83.0,
        "89,45",
        ClassMark::Good,
        "Tốt",
    ),
    (
        "Võ Anh",
        "Phó Trưởng phòng · Văn hóa – Xã hội",
        88.9,
        88.9,
        75.0,
        "84,10",
        ClassMark::Good,
        "Tốt",
    ),
    (
        "Đỗ Minh Dũng",
        "Chuyên viên · Địa chính",
        61.5,
        58.0,
        44.2,
        "62,68",
        ClassMark::Fair,
        "Hoàn thành",
    ),
    (
        "Nguyễn Văn Đức",
        "Chuyên viên · Hành chính công",
        0.0,
        0.0,
        0.0,
        "—",
        ClassMark::None,
        "Chưa đủ dữ liệu",
    ),
    (
        "Hoàng Quốc Huy",
        "Chuyên viên · Hành chính công",
        42.0,
        38.5,
        31.0,
        "48,02",
        ClassMark::Poor,
        "Không hoàn thành",
    ),
    (
        "Mai Thu Hương",
        "Chuyên viên · Văn phòng",
        96.0,
        96.0,
        92.0,
        "94,77",
        ClassMark::Excellent,
        "Xuất sắc",
    ),
];

pub fn score() -> AnyView {
    let columns = vec![
        GridColumn::text("name", "Họ và tên")
            .width(200)
            .grow()
            .sticky()
            .sortable(),
        GridColumn::number("a", "a Lượng").width(100),
        GridColumn::number("b", "b Chất").width(100),
        GridColumn::number("c", "c Tiến độ").width(100),
        GridColumn::number("total", "Tổng").width(68).sortable(),
        GridColumn::text("class", "Mức tương ứng").width(166),
    ];
    let share = |value: f64| CellView::text(format!("{value} %").replace('.', ",")).percent(value);
    let row = move |index: usize| {
        let (name, role, a, b, c, total, mark, class) = NAMES[index % NAMES.len()];
        RowView::new(
            index.to_string(),
            vec![
                CellView::text(name).detail(role).strong(),
                share(a),
                share(b),
                share(c),
                CellView::text(total).strong(),
                CellView::class(mark, class),
            ],
        )
    };
    let open = RwSignal::new(true);
    view! {
        <PageHead title="Chấm điểm tháng 10/2026" subtitle="60 công chức · 54 đã đủ dữ liệu · 6 còn thiếu · NĐ 335/2025/NĐ-CP">
            <Button label="Nhập điểm tiêu chí chung" /><Button label="Xuất Mẫu số 01" /><Button label="Khóa kỳ…" look=ButtonLook::Primary />
        </PageHead>
        <FilterChips label="Lọc" on_press=|_| {} chips=vec![ChipView::new("all", "Tất cả").count(60).pressed(true), ChipView::new("missing", "Chưa đủ dữ liệu").count(6)] />
        <div class="split">
            <Panel flush=true><DataGrid label="Điểm tháng" columns=columns row_count=24 row=row row_height=52 on_explain=move |_| open.set(true) /></Panel>
            {move || open.get().then(|| why(open))}
        </div>
    }
    .into_any()
}

fn why(open: RwSignal<bool>) -> AnyView {
    let leaf = |title: &str, value: &str| ReasonNode {
        value: Some(value.into()),
        ..ReasonNode::new(title)
    };
    let must = || Some((GradeMark::M, "Bắt buộc".to_owned()));
    let late = ReasonNode {
        links: vec![ReasonLink {
            label: "Báo cáo giải ngân quý III".into(),
            href: "#grid".into(),
        }],
        citation: Some("Hạn 15/10, xong 19/10".into()),
        ..leaf("Chậm 01 lần → −25 %", "−3,57")
    };
    let schedule = ReasonNode {
        citation: Some("Điều 14 khoản 2 điểm c".into()),
        grade: must(),
        notes: vec!["Cách hiểu R1: mỗi lần chậm.".into()],
        children: vec![
            late,
            ReasonNode {
                tone: Tone::Muted,
                ..leaf("Trả lời kiến nghị cử tri chậm 01 lần, được miễn", "0")
            },
        ],
        ..leaf("c Tiến độ: 4 lần chậm, 1 lần được miễn", "90,08 %")
    };
    let result = ReasonNode {
        citation: Some("Điều 16 khoản 2; Điều 17 khoản 1".into()),
        grade: must(),
        children: vec![
            leaf("a Số lượng: 163,1 ÷ 168 đơn vị chuẩn", "97,08 %"),
            leaf("b Chất lượng: 3 lần chưa đạt", "94,20 %"),
            schedule,
        ],
        ..leaf(
            "Kết quả nhiệm vụ: (a + b + c + d + đ + e) ÷ 6 × 70",
            "61,99",
        )
    };
    let general = ReasonNode {
        citation: Some("Mẫu số 01 · người có thẩm quyền chấm 03/11".into()),
        grade: Some((GradeMark::P, "Đề xuất".into())),
        ..leaf("Tiêu chí chung", "28,00")
    };
    view! {
        <SidePanel title="Vì sao 89,99 điểm?" aside="Lê Văn An · tháng 10" close_label="Đóng" on_close=move |()| open.set(false)>
            <div class="why">
                <div class="why__sum"><span class="why__value">"89,99"</span><ClassBadge mark=ClassMark::Good label="Hoàn thành tốt" /></div>
                <p class="why__text">"Giá trị đúng 89,9928… nhỏ hơn 90, nên không phải Xuất sắc. Còn thiếu 0,0072 điểm."</p>
                <ReasonTreeView label="Vì sao" nodes=vec![general.clone(), result.clone()] />
                <Note kind=NoteKind::Warning>"Một phản ánh đang xác minh (số 07) chưa ảnh hưởng điểm."</Note>
            </div>
        </SidePanel>
    }
    .into_any()
}

pub fn overview() -> AnyView {
    let units = [
        "Văn phòng",
        "Kinh tế",
        "Văn hóa – Xã hội",
        "Địa chính",
        "Hành chính công",
    ];
    let heat: Vec<HeatRow> = units
        .iter()
        .enumerate()
        .map(|(row, unit)| HeatRow {
            label: (*unit).into(),
            cells: (0..10)
                .map(|col| {
                    let amount = (row * 7 + col * 5) % 13;
                    HeatCell {
                        amount: f64::from(u32::try_from(amount).unwrap_or(0)),
                        text: amount.to_string(),
                        href: None,
                    }
                })
                .collect(),
        })
        .collect();
    let bar = |label: &str, amount: f64, tone| Bar {
        label: label.into(),
        amount,
        text: format!("{amount}"),
        tone,
    };
    let bars = vec![
        bar("0", 1.0, Tone::Poor),
        bar("20", 2.0, Tone::Poor),
        bar("40", 3.0, Tone::Poor),
        bar("50", 4.0, Tone::Fair),
        bar("60", 8.0, Tone::Fair),
        bar("70", 14.0, Tone::Good),
        bar("80", 16.0, Tone::Good),
        bar("90", 11.0, Tone::Excellent),
    ];
    let share = |mark, label: &str, amount: f64| ClassShare {
        mark,
        label: label.into(),
        amount,
        text: format!("{amount}"),
        href: Some("#score".into()),
    };
    let shares = vec![
        share(ClassMark::Excellent, "Xuất sắc", 11.0),
        share(ClassMark::Good, "Tốt", 38.0),
        share(ClassMark::Fair, "Hoàn thành", 7.0),
        share(ClassMark::Poor, "Không hoàn thành", 2.0),
        share(ClassMark::None, "Chưa xếp", 2.0),
    ];
    let line = |label: &str, start: f64, tone| Line {
        label: label.into(),
        tone,
        points: (0..12)
            .map(|month| {
                (month < 10).then(|| {
                    let amount = start + f64::from((month * 7) % 11);
                    LinePoint {
                        amount,
                        text: format!("{amount}"),
                    }
                })
            })
            .collect(),
    };
    let months: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    let tens: Vec<String> = months.iter().take(10).cloned().collect();
    view! {
        <PageHead title="Hôm nay cần làm gì" subtitle="Chủ nhật 22/11/2026 · còn 23 ngày đến hạn xếp loại 15/12">
            <Button label="In tổng quan" icon=Glyph::Print /><Button label="Nhập từ Excel…" look=ButtonLook::Primary icon=Glyph::Upload />
        </PageHead>
        <div class="cards">
            <Panel title="Việc chờ bạn" class="span-5"><ul class="todo">{todo()}</ul></Panel>
            <Panel title="Trễ hạn theo đơn vị và tháng" aside="số lần chậm, đã trừ nguyên nhân được xác nhận" class="span-7">
                <HeatMap label="Trễ hạn theo đơn vị và tháng" corner="Đơn vị" columns=tens rows=heat.clone() />
            </Panel>
            <Panel title="Phân bố điểm trung bình năm" class="span-5">
                <BarChart label="Phân bố điểm" table_label="Xem bảng số" headers=("Từ điểm".to_owned(), "Số người".to_owned()) bars=bars.clone() />
            </Panel>
            <Panel title="Mức xếp loại dự kiến" class="span-4"><ClassBars label="Mức xếp loại dự kiến" shares=shares.clone() /></Panel>
            <Panel title="An toàn dữ liệu" class="span-3">
                <Facts items=vec![("Bản sao ngoài trình duyệt".to_owned(), "12 phút trước".to_owned()), ("Nhật ký".to_owned(), "4 218 thao tác, chuỗi nguyên vẹn".to_owned())] />
            </Panel>
            <Panel title="12 tháng" class="span-7">
                <LineChart label="12 tháng" table_label="Xem bảng số" corner="Đơn vị" columns=months.clone() lines=vec![line("Văn phòng", 80.0, Tone::Excellent), line("Kinh tế", 62.0, Tone::Good), line("Địa chính", 45.0, Tone::Fair)] levels=vec![Level { amount: 50.0, label: "50".into() }, Level { amount: 70.0, label: "70".into() }, Level { amount: 90.0, label: "90".into() }] />
            </Panel>
        </div>
    }
    .into_any()
}

fn todo() -> AnyView {
    [("14", "nhiệm vụ quá hạn, 5 chưa ghi xử lý", "todo__number todo__number--poor"), ("6", "công chức chưa đủ dữ liệu tháng 10", "todo__number"), ("3", "người trên 90 điểm vượt tỷ lệ Xuất sắc (cho phép 8)", "todo__number todo__number--fair")]
        .into_iter()
        .map(|(number, text, class)| view! { <li class="todo__item"><span class=class>{number}</span><span>{text}</span><a class="todo__link" href="#grid">"Mở"</a></li> })
        .collect_view()
        .into_any()
}

pub fn parts() -> AnyView {
    let dialog = RwSignal::new(false);
    let confirm = RwSignal::new(false);
    let side = RwSignal::new(false);
    let tab = RwSignal::new("fields".to_owned());
    let name = RwSignal::new("Lê Văn An".to_owned());
    let who = RwSignal::new(String::new());
    let files = RwSignal::new(String::new());
    let step = RwSignal::new(1_usize);
    let choice = RwSignal::new("a".to_owned());
    let choices = || {
        vec![
            Choice::new("a", "Mỗi lần chậm"),
            Choice::new("b", "Mỗi nhiệm vụ chậm"),
        ]
    };
    let month = |index: u32| MonthView {
        label: format!("T{index}"),
        value: if index < 11 {
            format!("8{},50", index % 10)
        } else {
            "—".into()
        },
        mark: match index {
            1 | 2 => ClassMark::Excellent,
            5 => ClassMark::Fair,
            7 => ClassMark::Poor,
            11 | 12 => ClassMark::None,
            _ => ClassMark::Good,
        },
        title: format!("Tháng {index}: 8{} điểm, Tốt", index % 10),
        href: Some("#score".into()),
        current: index == 10,
        locked: index < 9,
    };
    let months: Vec<MonthView> = (1..=12).map(month).collect();
    let took =
        move |list: Vec<web_sys::File>| files.set(list.iter().map(web_sys::File::name).collect());
    let suggestions = Signal::derive(move || {
        let typed = who.get().to_lowercase();
        NAMES
            .iter()
            .filter(|row| row.0.to_lowercase().contains(&typed))
            .map(|row| Suggestion {
                value: row.0.into(),
                label: row.0.into(),
                detail: Some(row.1.into()),
            })
            .collect::<Vec<_>>()
    });
    view! {
        <PageHead title="Các phần">
            <Button label="Hộp thoại" on_press=move |()| dialog.set(true) />
            <Button label="Xóa…" look=ButtonLook::Danger on_press=move |()| confirm.set(true) />
            <Button label="Ngăn bên" on_press=move |()| side.set(true) />
            <Button label="Đang lưu" busy=true look=ButtonLook::Primary />
            <Menu label="Xuất" icon=Glyph::Download on_select=|_| {} items=vec![MenuItem::new("x", "Mẫu số 01 (docx)").icon(Glyph::Document), MenuItem::new("y", "Tổng hợp (xlsx)").icon(Glyph::Columns), MenuItem { danger: true, ..MenuItem::new("z", "Xóa kỳ").icon(Glyph::Trash) }] />
        </PageHead>
        <Banner kind=NoteKind::Warning text="Đây là cơ quan mẫu. Mọi thay đổi ở đây không chạm vào dữ liệu thật."><Button label="Về dữ liệu của tôi" /></Banner>
        <Stepper label="Nhập tệp" steps=vec!["Chọn tệp".to_owned(), "Ghép cột".to_owned(), "Xem lỗi".to_owned(), "Ghi".to_owned()] current=step on_back=move |index| step.set(index) />
        <MonthStrip label="12 tháng của Lê Văn An" months=months />
        <Tabs label="Các phần" current=tab on_select=move |key| tab.set(key) tabs=vec![TabView::new("fields", "Ô nhập"), TabView { count: Some("3".into()), ..TabView::new("notes", "Thông báo") }]>
            <div class="cards">
                <Panel title="Ô nhập" class="span-6">
                    <div class="form form--columns">
                        <TextInput label="Họ và tên" bind=name hint="Như trong hồ sơ." required=true />
                        <NumberInput label="Số lượng xong" value="12,5" error="Số xong lớn hơn số giao (10). Sửa một trong hai." />
                        <DateInput label="Ngày xong" placeholder="dd/mm/yyyy" hint="Ví dụ 19/10/2026" />
                        <Select label="Cách hiểu R1" options=choices() bind=choice />
                        <Combobox label="Người chủ trì" text=who suggestions=suggestions on_take=|_| {} empty_text="Không có ai khớp." />
                        <TextInput label="Không sửa được" value="khóa" disabled=true />
                        <div class="form__wide"><TextArea label="Lý do" bind=name /></div>
                        <Checkbox label="Che họ tên khi xuất" checked=true hint="Thay bằng mã." />
                        <RadioGroup label="Nguồn" options=choices() value=choice on_change=move |value| choice.set(value) inline=true />
                    </div>
                </Panel>
                <Panel title="Thông báo" class="span-6">
                    <div class="stack">
                        <Note title="Đã đủ dữ liệu" kind=NoteKind::Success>"54 người."</Note>
                        <Note title="Không ghi được" kind=NoteKind::Error>"Ổ đĩa đầy. Tải bản cứu về máy rồi dọn ổ đĩa."</Note>
                        <Note>"Điểm hiện ra được cắt, không làm tròn."</Note>
                        <Progress label="Đang đọc tệp" percent=42 detail="1 200 / 4 000 dòng" cancel_label="Dừng" on_cancel=|()| {} />
                        <Progress label="Đang nén" />
                        <div class="row">
                            <GradeBadge mark=GradeMark::M label="Bắt buộc" /><GradeBadge mark=GradeMark::G label="Hướng dẫn" /><GradeBadge mark=GradeMark::L label="Quy định nội bộ" /><GradeBadge mark=GradeMark::P label="Đề xuất" />
                            <SaveState mark=SaveMark::Failed label="Chưa lưu được" href="#data" /><SaveState mark=SaveMark::Stale label="Đã lưu" detail="sao lưu 9 ngày trước" href="#data" />
                        </div>
                        <div class="row"><Figure value="89,99" label="Điểm tháng 10" tone=Tone::Good /><Figure value="14" label="quá hạn" tone=Tone::Poor href="#grid" /></div>
                    </div>
                </Panel>
                <Panel title="Tệp" class="span-6">
                    <FileDrop label="Thả tệp Excel vào đây" button_label="Chọn tệp…" hint="xlsx, ods, csv, tối đa 50 MB" accept=".xlsx,.ods,.csv" on_files=took />
                    <p>{files}</p>
                </Panel>
                <Panel title="Trống" class="span-6"><EmptyState icon=Glyph::Task title="Chưa có nhiệm vụ" text="Nhập từ Excel hoặc giao nhiệm vụ đầu tiên."><Button label="Nhập từ Excel…" look=ButtonLook::Primary /></EmptyState></Panel>
                <Panel title="Bảng" flush=true class="span-6">
                    <Table caption="Chỉ tiêu" columns=vec![TableColumn::text("Nhóm"), TableColumn::number("Số người"), TableColumn::text("Mức")] rows=vec![vec!["Chuyên viên".into(), "24".into(), TableCell { mark: Some(ClassMark::Good), ..TableCell::from("Tốt") }], vec!["Lãnh đạo".into(), "11".into(), "—".into()]] />
                </Panel>
            </div>
        </Tabs>
        <Dialog open=dialog on_close=move |()| dialog.set(false) title="Gia hạn nhiệm vụ" close_label="Đóng" actions=move || view! { <Button label="Hủy" on_press=move |()| dialog.set(false) /><Button label="Gia hạn" look=ButtonLook::Primary /> }>
            <div class="form"><DateInput label="Hạn mới" placeholder="dd/mm/yyyy" required=true /><TextInput label="Văn bản đồng ý" hint="Số, ngày, cơ quan." /></div>
        </Dialog>
        <Dialog open=side shape=DialogShape::Side on_close=move |()| side.set(false) title="Chi tiết" close_label="Đóng"><p>"Nội dung."</p></Dialog>
        <ConfirmDialog open=confirm danger=true title="Xóa 3 nhiệm vụ?" text="Có thể hoàn tác bằng Ctrl Z." confirm_label="Xóa" cancel_label="Giữ lại" on_confirm=move |()| confirm.set(false) on_cancel=move |()| confirm.set(false) />
    }
    .into_any()
}
