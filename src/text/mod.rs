//! Vietnamese text: normal form, search, order of names, direction of writing,
//! dates and numbers as people write them.
//!
//! Everything here is pure and knows nothing else of ours. Numbers stay text
//! (`"1234.5"`), so no value passes through floating point on its way in.

mod date;
mod direction;
mod name_order;
mod normal;
mod number;
mod period;
mod search;

pub use date::{DateError, format_date, parse_date};
pub use direction::{isolated, joined};
pub use name_order::{SortKey, name_sort_key, sort_by_name, split_name, text_sort_key};
pub use normal::{LONGEST_TEXT, collapse_spaces, is_too_long, nfc};
pub use number::{
    NumberError, NumberReading, SeparatorStyle, format_grouped, format_number, parse_number,
};
pub use period::{PeriodError, WrittenPeriod, parse_period};
pub use search::{
    MatchRank, header_initial, header_key, match_rank, matches, rank_of_keys, search_key,
};
