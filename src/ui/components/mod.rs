//! Building blocks of the screens; they know neither the app nor its languages: every text comes in.

pub mod badge;
pub mod button;
pub mod chart;
pub mod chip;
pub mod choice;
pub mod combobox;
pub mod dialog;
pub mod field;
pub mod file_drop;
mod focus;
pub mod grid;
pub mod icon;
pub mod identity;
pub mod menu;
pub mod month_grid;
pub mod month_strip;
pub mod note;
pub mod panel;
pub mod popup;
pub mod progress;
pub mod reason_tree;
pub mod save_state;
pub mod search_palette;
pub mod show_more;
mod size;
pub mod table;
pub mod tabs;
pub mod toast;
pub mod tone;

pub use badge::{ClassBadge, ClassMark, ClassShape, GradeBadge, GradeMark, Tag};
pub use button::{Button, ButtonLink, ButtonLook, KeyHint};
pub use chart::bars::{Bar, BarChart, ClassBars, ClassShare, MeterBar};
pub use chart::heat::{HeatCell, HeatMap, HeatRow};
pub use chart::lines::{Level, Line, LineChart, LinePoint};
pub use chart::spark::Spark;
pub use chip::{Chip, ChipView, FilterChips};
pub use choice::{Checkbox, Choice, RadioGroup, Select};
pub use combobox::{Combobox, Suggestion};
pub use dialog::{ConfirmDialog, Dialog, DialogShape, SidePanel};
pub use field::{DateInput, Field, InputKind, NumberInput, TextArea, TextInput, described_by};
pub use file_drop::FileDrop;
pub use grid::{
    CellEdit, CellRange, CellView, ColumnKind, Commanded, DataGrid, GridColumn, GridCommand,
    GridPaste, GridSpot, HeadSpot, HeadState, RowView, SortAsk, SortBy, Widths,
};
pub use icon::{Glyph, Icon};
pub use identity::fresh_id;
pub use menu::{Menu, MenuItem, Popover};
pub use month_grid::{DayCell, DayItem, MonthGrid};
pub use month_strip::{MonthStrip, MonthView};
pub use note::{Banner, Note, NoteKind};
pub use panel::{EmptyState, Facts, Figure, GonePage, PageHead, Panel};
pub use popup::{Popup, popup_place};
pub use progress::{Progress, Stepper};
pub use reason_tree::{ReasonLink, ReasonNode, ReasonTreeView};
pub use save_state::{SaveMark, SaveState};
pub use search_palette::{SearchHit, SearchPalette};
pub use show_more::ShowMore;
pub use table::{Align, Table, TableCell, TableColumn};
pub use tabs::{TabView, Tabs};
pub use toast::{ToastRegion, ToastView};
pub use tone::Tone;
