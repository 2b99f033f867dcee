//! Where one is, as the part of the address after `#`.

use crate::domain::{IncidentId, OfficialId, Period, ProductId};

/// The word of the address for the register of incidents; a number behind it is one of them.
pub const INCIDENTS: &str = "vu-viec";

/// The word of the address for the products of the catalogue; a number behind it is one of them.
pub const PRODUCTS: &str = "san-pham";

/// A screen, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// What must be done now.
    #[default]
    Overview,
    /// All officials.
    Officials,
    /// One official.
    Official(OfficialId),
    /// The register of tasks; a word filters it.
    Tasks(Option<String>),
    /// The registers of complaints and discipline.
    Complaints(Option<String>),
    /// Scores of the month or quarter; with an official, their sheet.
    Scoring(Option<OfficialId>),
    /// The sheet of one official in a period, which becomes the one looked at.
    SheetOf(OfficialId, Period),
    /// Classes of the year; with an official, their sheet.
    Year(Option<OfficialId>),
    /// The directive's scorecard: whose, over which days.
    Conduct(Option<String>, Option<String>),
    /// The same as a page to print.
    ConductPaper(String, String),
    /// Statutory forms and exports.
    Forms,
    /// A statutory form as a page to print, of one official or of all.
    Paper(StatutoryForm, Option<OfficialId>),
    /// Catalogue, readings, calendar, criteria; a word names the tab, and what to show there.
    Rules(Option<String>),
    /// Import, backup, storage, log.
    Data(DataSection),
    /// Help, made from the rules; with a word, at that rule or part.
    Help(Option<String>),
}

/// Which form of the decree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatutoryForm {
    /// Mẫu số 01, of a month or quarter.
    Monthly,
    /// Mẫu số 02, of a year.
    Yearly,
}

/// A part of the data screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DataSection {
    /// Storage and agency.
    #[default]
    State,
    /// Import.
    Import,
    /// Export.
    Export,
    /// Backup and restore.
    Backup,
    /// The log.
    Log,
    /// What was deleted, and erasing a person.
    Bin,
}

impl Route {
    /// Reads the address; anything unknown is the overview.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let (page, rest) = (parts.next().unwrap_or_default(), parts.next());
        let id = || rest.and_then(|text| text.parse().ok()).map(OfficialId);
        let word = || rest.map(str::to_owned);
        match page {
            "cong-chuc" => id().map_or(Self::Officials, Self::Official),
            "nhiem-vu" => Self::Tasks(word()),
            "phan-anh" => Self::Complaints(path.split_once('/').map(|(_, rest)| rest.to_owned())),
            "cham-diem" => match (id(), parts.next().map(Period::parse)) {
                (Some(official), Some(Ok(period))) => Self::SheetOf(official, period),
                (official, _) => Self::Scoring(official),
            },
            "xep-loai" => Self::Year(id()),
            "ky-cuong" => match (rest, parts.next(), parts.next()) {
                (Some(whose), Some(days), Some("in")) => {
                    Self::ConductPaper(whose.to_owned(), days.to_owned())
                }
                (whose, days, _) => {
                    Self::Conduct(whose.map(str::to_owned), days.map(str::to_owned))
                }
            },
            "bieu-mau" => {
                let form = match rest {
                    Some("mau-01") => StatutoryForm::Monthly,
                    Some("mau-02") => StatutoryForm::Yearly,
                    _ => return Self::Forms,
                };
                let whose = parts.next().and_then(|text| text.parse().ok());
                Self::Paper(form, whose.map(OfficialId))
            }
            "danh-muc" => Self::Rules(path.split_once('/').map(|(_, rest)| rest.to_owned())),
            "du-lieu" => Self::Data(DataSection::parse(rest.unwrap_or_default())),
            "tro-giup" => Self::Help(word()),
            _ => Self::Overview,
        }
    }

    /// The address of the screen.
    #[must_use]
    pub fn href(&self) -> String {
        let with = |page: &str, rest: Option<String>| match rest {
            Some(rest) => format!("#/{page}/{rest}"),
            None => format!("#/{page}"),
        };
        match self {
            Self::Overview => with("tong-quan", None),
            Self::Officials => with("cong-chuc", None),
            Self::Official(id) => with("cong-chuc", Some(id.0.to_string())),
            Self::Tasks(word) => with("nhiem-vu", word.clone()),
            Self::Complaints(word) => with("phan-anh", word.clone()),
            Self::Scoring(id) => with("cham-diem", id.map(|id| id.0.to_string())),
            Self::SheetOf(id, period) => {
                let place = [id.0.to_string(), period.to_string()].join("/");
                with("cham-diem", Some(place))
            }
            Self::Year(id) => with("xep-loai", id.map(|id| id.0.to_string())),
            Self::Conduct(whose, days) => {
                let place = whose.iter().chain(days).map(String::as_str);
                let place: Vec<&str> = place.collect();
                with("ky-cuong", (!place.is_empty()).then(|| place.join("/")))
            }
            Self::ConductPaper(whose, days) => {
                let place = [whose.as_str(), days.as_str(), "in"].join("/");
                with("ky-cuong", Some(place))
            }
            Self::Forms => with("bieu-mau", None),
            Self::Paper(form, whose) => {
                let form = match form {
                    StatutoryForm::Monthly => "mau-01",
                    StatutoryForm::Yearly => "mau-02",
                };
                let whose = whose.map(|id| id.0.to_string()).unwrap_or_default();
                ["#/bieu-mau/", form, "/", &whose]
                    .concat()
                    .trim_end_matches('/')
                    .to_owned()
            }
            Self::Rules(word) => with("danh-muc", word.clone()),
            Self::Data(section) => with("du-lieu", section.word().map(str::to_owned)),
            Self::Help(word) => with("tro-giup", word.clone()),
        }
    }

    /// The register of incidents; with an incident, that one.
    #[must_use]
    pub fn incidents(one: Option<IncidentId>) -> Self {
        let word = match one {
            Some(id) => format!("{INCIDENTS}/{}", id.0),
            None => INCIDENTS.to_owned(),
        };
        Self::Complaints(Some(word))
    }

    /// The catalogue at one product.
    #[must_use]
    pub fn product(id: ProductId) -> Self {
        Self::Rules(Some(format!("{PRODUCTS}/{}", id.0)))
    }

    /// The product the catalogue is to be shown at.
    #[must_use]
    pub fn product_shown(&self) -> Option<ProductId> {
        let Self::Rules(Some(word)) = self else {
            return None;
        };
        let id = word.strip_prefix(PRODUCTS)?.strip_prefix('/')?;
        id.parse().ok().map(ProductId)
    }

    /// The official it is about.
    #[must_use]
    pub const fn official(&self) -> Option<OfficialId> {
        match self {
            Self::Official(official) => Some(*official),
            Self::Scoring(official) | Self::Year(official) => *official,
            _ => None,
        }
    }

    /// The word that says which part of it.
    #[must_use]
    pub fn word(&self) -> Option<String> {
        match self {
            Self::Tasks(word) | Self::Complaints(word) | Self::Rules(word) => word.clone(),
            _ => None,
        }
    }

    /// The screen without what it is about, for marking the rail.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Official(_) => Self::Officials,
            Self::Tasks(_) => Self::Tasks(None),
            Self::Complaints(_) => Self::Complaints(None),
            Self::Scoring(_) | Self::SheetOf(..) => Self::Scoring(None),
            Self::Year(_) => Self::Year(None),
            Self::Conduct(..) | Self::ConductPaper(..) => Self::Conduct(None, None),
            Self::Paper(..) => Self::Forms,
            Self::Rules(_) => Self::Rules(None),
            Self::Help(_) => Self::Help(None),
            Self::Data(_) => Self::Data(DataSection::State),
            other => other.clone(),
        }
    }
}

impl DataSection {
    fn parse(word: &str) -> Self {
        match word {
            "nhap" => Self::Import,
            "xuat" => Self::Export,
            "sao-luu" => Self::Backup,
            "nhat-ky" => Self::Log,
            "da-xoa" => Self::Bin,
            _ => Self::State,
        }
    }

    const fn word(self) -> Option<&'static str> {
        match self {
            Self::State => None,
            Self::Import => Some("nhap"),
            Self::Export => Some("xuat"),
            Self::Backup => Some("sao-luu"),
            Self::Log => Some("nhat-ky"),
            Self::Bin => Some("da-xoa"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Month;

    #[test]
    fn every_address_leads_back_to_its_screen() {
        let month = Month::new(2026, 8).expect("a month");
        let routes = [
            Route::Overview,
            Route::Officials,
            Route::Official(OfficialId(12)),
            Route::Tasks(Some("tre-han".to_owned())),
            Route::Complaints(Some("qua-han".to_owned())),
            Route::incidents(None),
            Route::incidents(Some(IncidentId(3))),
            Route::Scoring(Some(OfficialId(3))),
            Route::SheetOf(OfficialId(3), Period::Month(month)),
            Route::Year(None),
            Route::Data(DataSection::Import),
            Route::Data(DataSection::Bin),
            Route::Conduct(None, None),
            Route::Conduct(Some("don-vi-3".to_owned()), Some("2026-Q3".to_owned())),
            Route::ConductPaper("co-quan".to_owned(), "2026".to_owned()),
            Route::Forms,
            Route::Paper(StatutoryForm::Monthly, Some(OfficialId(7))),
            Route::Paper(StatutoryForm::Yearly, None),
            Route::Rules(Some("cach-hieu".to_owned())),
            Route::product(ProductId(41)),
            Route::Help(None),
            Route::Help(Some("component.staff.a".to_owned())),
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn only_the_address_of_a_product_names_one() {
        let shown = |hash: &str| Route::parse(hash).product_shown();
        assert_eq!(shown("#/danh-muc/san-pham/41"), Some(ProductId(41)));
        assert_eq!(shown("#/danh-muc/san-pham"), None);
        assert_eq!(shown("#/danh-muc/lich/41"), None);
    }
}
