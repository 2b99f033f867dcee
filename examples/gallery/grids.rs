//! The boards that show the grid: a register of tasks that can be edited, and a million rows.

use std::collections::BTreeSet;

use congtam::ui::components::{
    Button, ButtonLook, CellEdit, CellView, ChipView, Choice, DataGrid, FilterChips, Glyph,
    GridColumn, GridSpot, KeyHint, PageHead, Panel, RowView, SortAsk, SortBy, Tone,
};
use leptos::prelude::*;

#[derive(Clone)]
struct Task {
    code: String,
    name: &'static str,
    owner: &'static str,
    given: u32,
    done: u32,
    due: &'static str,
    finished: String,
    state: (Tone, &'static str),
}

fn sample() -> Vec<Task> {
    let base = [
        (
            "BC-114",
            "Báo cáo giải ngân quý III",
            "Lê Văn An",
            1,
            1,
            "15/10/2026",
            "19/10/2026",
            (Tone::Poor, "Trễ 4 ngày"),
        ),
        (
            "CV-231",
            "Trả lời kiến nghị cử tri",
            "Lê Văn An",
            3,
            3,
            "10/10/2026",
            "12/10/2026",
            (Tone::Fair, "Trễ, được miễn"),
        ),
        (
            "KH-018",
            "Kế hoạch chuyển đổi số 2027",
            "Trần Thị Ánh",
            1,
            0,
            "30/11/2026",
            "",
            (Tone::Muted, "Đang làm"),
        ),
        (
            "TB-077",
            "Thông báo kết luận họp",
            "Mai Thu Hương",
            6,
            6,
            "28/10/2026",
            "27/10/2026",
            (Tone::Excellent, "Đúng hạn"),
        ),
        (
            "HS-902",
            "Hồ sơ đất đai tồn quá hạn của các năm trước chuyển sang",
            "Đỗ Minh Dũng",
            40,
            23,
            "20/10/2026",
            "",
            (Tone::Poor, "Quá hạn 33 ngày"),
        ),
        (
            "DT-015",
            "Dự toán sửa chữa trụ sở",
            "Bùi Văn Ấn",
            1,
            1,
            "25/10/2026",
            "24/10/2026",
            (Tone::Excellent, "Đúng hạn"),
        ),
        (
            "TT-044",
            "Tờ trình bổ nhiệm",
            "—",
            1,
            0,
            "05/11/2026",
            "",
            (Tone::Fair, "Chưa rõ người"),
        ),
    ];
    (0..140)
        .map(|index| {
            let (code, name, owner, given, done, due, finished, state) = base[index % base.len()];
            Task {
                code: format!("{code}/{index}"),
                name,
                owner,
                given,
                done,
                due,
                finished: finished.into(),
                state,
            }
        })
        .collect()
}

fn columns() -> Vec<GridColumn> {
    let owners = ["Lê Văn An", "Trần Thị Ánh", "Mai Thu Hương", "Đỗ Minh Dũng"];
    vec![
        GridColumn::text("code", "Mã")
            .width(104)
            .sticky()
            .sortable(),
        GridColumn::text("name", "Nhiệm vụ")
            .width(240)
            .grow()
            .sortable(),
        GridColumn::choice(
            "owner",
            "Chủ trì",
            owners
                .iter()
                .map(|owner| Choice::new(*owner, *owner))
                .collect(),
        )
        .width(150)
        .editable()
        .sortable(),
        GridColumn::number("given", "Giao").width(72).sortable(),
        GridColumn::number("done", "Xong")
            .width(72)
            .editable()
            .sortable(),
        GridColumn::date("due", "Hạn").sortable(),
        GridColumn::date("finished", "Ngày xong").editable(),
        GridColumn::text("state", "Tình trạng").width(150),
    ]
}

fn row_of(task: &Task) -> RowView {
    let cells = vec![
        CellView::text(&task.code),
        CellView::text(task.name).strong(),
        CellView::text(task.owner),
        CellView::text(task.given.to_string()),
        CellView::text(task.done.to_string()),
        CellView::text(task.due),
        CellView::text(&task.finished),
        CellView::tag(task.state.0, task.state.1),
    ];
    RowView::new(&task.code, cells)
}

pub fn tasks() -> AnyView {
    let rows = RwSignal::new(sample());
    let sort = RwSignal::new(Vec::<SortBy>::new());
    let selected = RwSignal::new(BTreeSet::new());
    let current = RwSignal::new(None::<GridSpot>);
    let pasted = RwSignal::new(String::new());
    let edit = move |edit: CellEdit| {
        if edit.spot.column == "done" {
            let done: u32 = edit
                .value
                .trim()
                .parse()
                .map_err(|_| "Số lượng là một số nguyên, ví dụ 12.".to_owned())?;
            let given = rows.with_untracked(|rows| rows[edit.spot.row].given);
            if done > given {
                return Err(format!(
                    "Đã xong {done} lớn hơn số giao {given}. Sửa số xong, hoặc sửa số giao trước."
                ));
            }
            rows.update(|rows| rows[edit.spot.row].done = done);
        } else if edit.spot.column == "finished" {
            rows.update(|rows| rows[edit.spot.row].finished = edit.value);
        }
        Ok(())
    };
    let order = move |ask: SortAsk| {
        let by = ask.alone(&sort.get_untracked());
        rows.update(|rows| {
            rows.sort_by(|a, b| match by.column.as_str() {
                "name" => a.name.cmp(b.name),
                "done" => a.done.cmp(&b.done),
                "given" => a.given.cmp(&b.given),
                _ => a.code.cmp(&b.code),
            });
            if by.descending {
                rows.reverse();
            }
        });
        sort.set(vec![by]);
    };
    let chips = vec![
        ChipView::new("late", "Quá hạn").count(14).pressed(true),
        ChipView::new("soon", "Đến hạn 3 ngày").count(9),
        ChipView::new("unclear", "Chưa rõ").count(4),
        ChipView::new("quality", "Chưa đạt chất lượng").count(11),
        ChipView::new("extra", "Phát sinh").count(37),
    ];
    view! {
        <div class="page page--fill">
        <PageHead title="Nhiệm vụ" subtitle="1 248 nhiệm vụ trong năm · 14 quá hạn · 9 đến hạn trong 3 ngày">
            <Button label="Dán từ Excel" keys="Ctrl V" icon=Glyph::Paste />
            <Button label="Lặp lại tháng trước" />
            <Button label="Giao nhiệm vụ" look=ButtonLook::Primary icon=Glyph::Plus />
        </PageHead>
        <FilterChips label="Lọc" chips=chips on_press=|_| {} />
        <Panel flush=true>
            <DataGrid
                label="Nhiệm vụ" columns=columns() row_count=Signal::derive(move || rows.with(Vec::len))
                row=move |index: usize| rows.with(|rows| row_of(&rows[index]))
                sort=sort on_sort=order on_edit=edit selected=selected current=current
                on_paste=move |paste: congtam::ui::components::GridPaste| pasted.set(paste.text)
                select_label="Chọn dòng" select_all_label="Chọn tất cả"
                on_select_all=move |on| selected.set(if on { rows.with_untracked(|rows| rows.iter().map(|task| task.code.clone()).collect()) } else { BTreeSet::new() })
            />
            <div class="panel__foot">
                <span>"Ô đang chọn: " {move || current.get().map(|spot| format!("{} · {}", spot.column, spot.row_key))}</span>
                <span class="pasted">{pasted}</span>
                <span class="push row">
                    <KeyHint keys="F2" label="sửa" /><KeyHint keys="Ctrl D" label="điền xuống" /><KeyHint keys="?" label="vì sao" /><KeyHint keys="Ctrl Z" label="hoàn tác" />
                </span>
            </div>
        </Panel>
        </div>
    }
    .into_any()
}

pub fn million() -> AnyView {
    let columns = || {
        let mut columns = vec![
            GridColumn::number("no", "Số").width(96).sticky(),
            GridColumn::text("name", "Họ và tên").width(220).sticky(),
        ];
        columns.extend(
            (1..=16).map(|month| GridColumn::number(format!("m{month}"), format!("Cột {month}"))),
        );
        columns
    };
    let row = |index: usize| {
        let mut cells = vec![
            CellView::text(index.to_string()),
            CellView::text(format!("Người thứ {index}")).detail("Chuyên viên · Văn phòng"),
        ];
        cells.extend((1..=16).map(|col| CellView::text(((index * col) % 101).to_string())));
        RowView::new(index.to_string(), cells)
    };
    view! {
        <PageHead title="Một triệu dòng" subtitle="Chỉ các dòng đang thấy nằm trong trang." />
        <DataGrid label="Một triệu dòng" columns=columns() row_count=1_000_000 row=row row_height=52 />
    }
    .into_any()
}
