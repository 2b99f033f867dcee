//! Every part of the screens on one page, with invented content: for looking at them and for testing them.
//!
//! The address says which board is shown: `#grid`, `#overview`, `#score`, `#parts`, `#million`.

mod boards;
mod grids;

use congtam::ui::components::{
    Button, ButtonLook, Choice, Glyph, Menu, MenuItem, NoteKind, SaveMark, SaveState, SearchHit,
    SearchPalette, Select, ToastRegion, ToastView,
};
use congtam::ui::layout::{RailItem, SearchButton, Shell, TopBar};
use leptos::prelude::*;

fn main() {
    mount_to_body(Gallery);
}

#[component]
fn Gallery() -> impl IntoView {
    let hash = RwSignal::new(window().location().hash().unwrap_or_default());
    let searching = RwSignal::new(false);
    let toasts = RwSignal::new(vec![ToastView {
        id: 1,
        kind: NoteKind::Success,
        text: "Đã ghi 12 dòng.".into(),
        action: Some("Hoàn tác".into()),
    }]);
    window_event_listener(leptos::ev::hashchange, move |_| {
        hash.set(window().location().hash().unwrap_or_default());
    });
    window_event_listener(leptos::ev::keydown, move |event| {
        if event.ctrl_key() && event.key() == "k" {
            event.prevent_default();
            searching.set(true);
        }
    });
    let board = move || match hash.get().as_str() {
        "#overview" => boards::overview(),
        "#score" => boards::score(),
        "#parts" => boards::parts(),
        "#million" => grids::million(),
        _ => grids::tasks(),
    };
    view! {
        <Shell
            skip_label="Đến nội dung chính"
            top=move || top_bar(searching)
            rail_label="Các trang"
            rail=Signal::derive(move || rail(&hash.get()))
        >
            {board}
        </Shell>
        {search(searching)}
        <ToastRegion
            label="Thông báo" toasts=toasts dismiss_label="Đóng"
            on_dismiss=move |id| toasts.update(|toasts| toasts.retain(|toast| toast.id != id))
        />
    }
}

fn rail(hash: &str) -> Vec<Vec<RailItem>> {
    let item = |label: &str, glyph, href: &str, count: Option<&str>| RailItem {
        count: count.map(str::to_owned),
        count_label: count.map(|_| "việc chờ".to_owned()),
        current: hash == href,
        ..RailItem::new(label, glyph, href)
    };
    vec![
        vec![
            item("Tổng quan", Glyph::Home, "#overview", None),
            item("Công chức", Glyph::People, "#million", None),
            item("Nhiệm vụ", Glyph::Task, "#grid", Some("14")),
            item("Phản ánh", Glyph::Speech, "#parts", Some("2")),
            item("Chấm điểm", Glyph::Chart, "#score", None),
            item("Xếp loại năm", Glyph::Calendar, "#year", None),
            item("Kỷ cương", Glyph::Scales, "#discipline", None),
            item("Biểu mẫu", Glyph::Document, "#forms", None),
        ],
        vec![
            item("Danh mục & quy tắc", Glyph::Book, "#rules", None),
            item("Dữ liệu", Glyph::Database, "#data", None),
            item("Trợ giúp", Glyph::Question, "#help", None),
        ],
    ]
}

fn top_bar(searching: RwSignal<bool>) -> AnyView {
    let period = RwSignal::new("10".to_owned());
    let months: Vec<Choice> = (1..=12)
        .map(|month| Choice::new(month.to_string(), format!("Tháng {month}/2026")))
        .collect();
    let theme = RwSignal::new("auto".to_owned());
    let themes = Signal::derive(move || {
        let is = |key: &str| theme.with(|theme| theme == key);
        vec![
            MenuItem::new("auto", "Theo máy").checked(is("auto")),
            MenuItem::new("light", "Sáng").checked(is("light")),
            MenuItem::new("dark", "Tối").checked(is("dark")),
        ]
    });
    let set_theme = move |key: String| {
        if let Some(root) = document().document_element() {
            root.set_attribute("data-theme", &key).ok();
        }
        theme.set(key);
    };
    view! {
        <TopBar
            brand="Công Tâm" home_href="#overview" agency="UBND xã Bình Minh"
            period=move || view! { <Select label="Kỳ" label_hidden=true options=months.clone() bind=period /> }
            search=move || view! { <SearchButton label="Tìm người, nhiệm vụ, văn bản…" keys="Ctrl K" on_press=move |()| searching.set(true) /> }
            save_state=move || view! { <SaveState mark=SaveMark::Saved label="Đã lưu" detail="sao lưu 12 phút trước" href="#data" /> }
            actions=move || view! {
                <Button label="Hoàn tác" icon=Glyph::Undo icon_only=true look=ButtonLook::Quiet />
                <Button label="Làm lại" icon=Glyph::Redo icon_only=true look=ButtonLook::Quiet disabled=true />
                <Menu label="Giao diện" icon=Glyph::Contrast icon_only=true look=ButtonLook::Quiet items=themes on_select=set_theme />
                <Menu
                    label="Ngôn ngữ" icon=Glyph::Globe icon_only=true look=ButtonLook::Quiet on_select=|_| {}
                    items=vec![MenuItem::new("vi", "Tiếng Việt").checked(true), MenuItem::new("en", "English").checked(false)]
                />
            }
        />
    }
    .into_any()
}

fn search(open: RwSignal<bool>) -> AnyView {
    let query = RwSignal::new(String::new());
    let all = [
        (
            "#score",
            "Lê Văn An",
            "Trưởng phòng · Kinh tế",
            Glyph::Person,
        ),
        (
            "#score",
            "Phạm Thị Ân",
            "Chuyên viên · Kinh tế",
            Glyph::Person,
        ),
        (
            "#grid",
            "Báo cáo giải ngân quý III",
            "Nhiệm vụ · Lê Văn An",
            Glyph::Task,
        ),
        ("#parts", "Phản ánh số 07", "Đang xác minh", Glyph::Speech),
    ];
    let hits = Signal::derive(move || {
        let query = query.get().to_lowercase();
        all.iter()
            .filter(|(_, label, ..)| label.to_lowercase().contains(&query))
            .map(|(value, label, detail, glyph)| SearchHit {
                value: (*value).into(),
                label: (*label).into(),
                detail: (*detail).into(),
                glyph: *glyph,
            })
            .collect::<Vec<_>>()
    });
    let choose = move |value: String| {
        open.set(false);
        window().location().set_hash(&value).ok();
    };
    view! {
        <SearchPalette
            open=open on_close=move |()| open.set(false) label="Tìm" placeholder="Tìm người, nhiệm vụ, văn bản…"
            query=query hits=hits empty_text="Không tìm thấy. Thử một phần của tên." on_choose=choose
        />
    }
    .into_any()
}
