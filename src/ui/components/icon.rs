//! The icons of the rail and of the actions, drawn as strokes in the colour of the text.

use leptos::prelude::*;

/// A drawing on a 20 × 20 field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say what is drawn")]
pub enum Glyph {
    Home,
    People,
    Person,
    Task,
    Speech,
    Chart,
    Calendar,
    Scales,
    Document,
    Book,
    Database,
    Question,
    Search,
    Undo,
    Redo,
    Plus,
    Minus,
    Cross,
    Check,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ChevronUp,
    Sun,
    Moon,
    Contrast,
    Globe,
    Download,
    Upload,
    Print,
    Filter,
    Columns,
    More,
    Menu,
    Edit,
    Trash,
    Lock,
    Unlock,
    Clock,
    Warning,
    Info,
    ErrorMark,
    Success,
    Copy,
    Paste,
    Link,
    External,
    History,
    Folder,
    Shield,
    Eye,
    EyeOff,
    Repeat,
    Split,
    Sort,
    ArrowUp,
    ArrowDown,
    Bell,
    Key,
    Dot,
}

impl Glyph {
    /// The path data of the drawing.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "M3 9.5 10 3.5l7 6V17h-4.5v-4.5h-5V17H3z",
            Self::People => {
                "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5 8c0-3 2-5 5-5s5 2 5 5m1-8a2.5 2.5 0 1 0 0-5m5 13c0-2.5-1.5-4.5-4-5"
            }
            Self::Person => {
                "M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 17c0-3.2 2.5-5.2 6.2-5.2s6.2 2 6.2 5.2"
            }
            Self::Task => "M4 4h12v13H4zM7 8l2 2 4-4M7 14h6",
            Self::Speech => "M3 4h14v9.5H9L5 17v-3.5H3z",
            Self::Chart => "M4 16.5V10m4 6.5v-12m4 12V12m4 4.5v-9",
            Self::Calendar => "M4 5h12v12H4zM4 9h12M8 3v4m4-4v4",
            Self::Scales => "M10 3v14M4 6h12M4 6l-2 6h4zm12 0-2 6h4zM6.5 17h7",
            Self::Document => "M5 3h7l4 4v10H5zM12 3v4h4M8 11h5m-5 3h5",
            Self::Book => "M4 4h5v12H4zM11 4h5v12h-5z",
            Self::Database => {
                "M4 6c0-3 12-3 12 0v8c0 3-12 3-12 0zm0 0c0 3 12 3 12 0M4 10c0 3 12 3 12 0"
            }
            Self::Question => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 4 0c0 1.5-2 1.5-2 3m0 2.3v.4"
            }
            Self::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4",
            Self::Undo => "M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8",
            Self::Redo => "M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Minus => "M4 10h12",
            Self::Cross => "M5 5l10 10M15 5 5 15",
            Self::Check => "M4 10.5 8.2 15 16 5.5",
            Self::ChevronDown => "M5.5 8 10 12.5 14.5 8",
            Self::ChevronUp => "M5.5 12 10 7.5l4.5 4.5",
            Self::ChevronRight => "M8 5.5 12.5 10 8 14.5",
            Self::ChevronLeft => "M12 5.5 7.5 10l4.5 4.5",
            Self::Sun => {
                "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2.5v1.6m0 11.8v1.6M2.5 10h1.6m11.8 0h1.6M4.7 4.7l1.1 1.1m8.4 8.4 1.1 1.1m0-10.6-1.1 1.1m-8.4 8.4-1.1 1.1"
            }
            Self::Moon => "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z",
            Self::Contrast => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 3v14M10 6.5h5.6M10 10h7M10 13.5h5.6"
            }
            Self::Globe => {
                "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.5 2 3 4.5 3 7s-.5 5-3 7c-2.5-2-3-4.5-3-7s.5-5 3-7"
            }
            Self::Download => "M10 3v9.5M6 9l4 4 4-4M4 16.5h12",
            Self::Upload => "M10 13V3.5M6 7l4-4 4 4M4 16.5h12",
            Self::Print => "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z",
            Self::Filter => "M3.5 4.5h13L11.5 10.5v5l-3 1.5v-6.5z",
            Self::Columns => "M3.5 4h13v12h-13zM8 4v12m4.3-12v12",
            Self::More => "M5 10h.01M10 10h.01M15 10h.01",
            Self::Menu => "M3.5 5.5h13m-13 4.5h13m-13 4.5h13",
            Self::Edit => "M4 16l.8-3.5L13 4.3l2.7 2.7-8.2 8.2zM11.5 5.8l2.7 2.7",
            Self::Trash => "M4 6h12M8 6V3.5h4V6M5.5 6l.7 11h7.6l.7-11M8.5 9v5m3-5v5",
            Self::Lock => "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
            Self::Unlock => "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 5.7-1.3",
            Self::Clock => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.8",
            Self::Warning => "M10 3.5 17.5 16.5h-15zM10 8v4m0 2.2v.3",
            Self::Info => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v4.5m0-7.3v.3",
            Self::ErrorMark => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.5 7.5l5 5m0-5-5 5",
            Self::Success => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM6.8 10.3l2.3 2.4 4.2-5",
            Self::Copy => "M7 7h9v9.5H7zM4 13V3.5h9",
            Self::Paste => "M7.5 4.5H4.5v12h11v-12h-3M7.5 3h5v3h-5zM7.5 10h5m-5 3h5",
            Self::Link => {
                "M8.5 11.5a3 3 0 0 0 4.3 0l2.8-2.8a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.8 2.8a3 3 0 0 0 4.3 4.3l1-1"
            }
            Self::External => "M8 4.5H4v11.5h11.5V12M11.5 4H16v4.5M16 4l-7 7",
            Self::History => "M3.5 10a6.5 6.5 0 1 1 2 4.7M3.5 5.5V10H8m2-3.5V10l2.5 1.5",
            Self::Folder => "M3 5h5l1.5 2H17v9H3z",
            Self::Shield => {
                "M10 3l6 2v4.5c0 4-2.5 6.3-6 7.5-3.5-1.2-6-3.5-6-7.5V5zM7.3 10l2 2 3.5-4"
            }
            Self::Eye => {
                "M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::EyeOff => {
                "M4.5 6.8C3.2 8.2 2.5 10 2.5 10S5 15 10 15c1.2 0 2.3-.3 3.2-.7M8 5.2c.6-.1 1.3-.2 2-.2 5 0 7.5 5 7.5 5s-.6 1.3-1.8 2.5M3.5 3.5l13 13"
            }
            Self::Repeat => {
                "M4 9V8a2.5 2.5 0 0 1 2.5-2.5H16M13 2.5l3 3-3 3M16 11v1a2.5 2.5 0 0 1-2.5 2.5H4M7 17.5l-3-3 3-3"
            }
            Self::Split => "M10 17v-5.5M10 11.5 5 6.5m5 5 5-5M4.5 10V6H8.5m7 4V6h-4",
            Self::Sort => "M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5",
            Self::ArrowUp => "M10 16V4.5M5.5 9 10 4.5 14.5 9",
            Self::ArrowDown => "M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5",
            Self::Bell => "M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.5 1.5H4zM8.5 15.5a1.5 1.5 0 0 0 3 0",
            Self::Key => "M7 13a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10.5 9.5H17v3m-3-3v2",
            Self::Dot => "M10 10h.01",
        }
    }
}

/// One icon. It is decoration: the words beside it, or the label of its button, carry the meaning.
#[component]
pub fn Icon(
    /// What to draw.
    #[prop(into)]
    glyph: Signal<Glyph>,
    /// Edge length in pixels.
    #[prop(default = 18)]
    size: u32,
) -> impl IntoView {
    let (width, height) = (size.to_string(), size.to_string());
    view! {
        <svg class="icon" width=width height=height viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=move || glyph.get().path()></path>
        </svg>
    }
}
