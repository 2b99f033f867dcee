//! What is entered in a register: single cells, pasted blocks, and what keys do to a range.

use leptos::prelude::*;

use crate::app::workflow::paste::{self, Block, CellField, Holds, Laid, Place};
use crate::app::{Action, Notice};
use crate::i18n::format;
use crate::ui::components::{CellEdit, CellRange, Commanded, GridCommand, GridPaste, Suggestion};
use crate::ui::pick::takes_block;

use super::{Cells, CellsAsk, DONE, ground};

impl<F: CellField> Cells<F> {
    /// Takes one cell as typed, or says why not.
    pub fn take(self, edit: &CellEdit) -> Result<(), String> {
        let id = Self::id_of(&edit.spot.row_key);
        let (Some(id), Some(field)) = (id, self.field(&edit.spot.column)) else {
            return Ok(());
        };
        let app = self.app;
        let drafted = app.peek(|model| paste::enter(ground(model), id, field, &edit.value));
        match drafted {
            Ok(operation) => {
                app.act(operation);
                Ok(())
            }
            Err(error) => Err(app.t(error)),
        }
    }

    /// Lays a pasted block onto the rows and columns as they are seen.
    pub fn lay(self, pasted: &GridPaste) {
        if !takes_block(self.app, &pasted.text, pasted.html.as_deref()) {
            return;
        }
        let read = Block::from_clipboard(&pasted.text, pasted.html.as_deref());
        let Ok(mut block) = read else {
            return self.app.tell(Notice::BlockTooLarge);
        };
        let columns = untrack(|| self.register().shown()).into_iter();
        let columns = columns.skip(pasted.range.first_col);
        let heads: Vec<String> = columns.map(|key| self.register().head(key)).collect();
        block.without_heads(&heads);
        let place = Place {
            grows: true,
            ..self.place_of(pasted.range, block.height())
        };
        self.offer(self.laid_on(block, &place, Action::Paste(F::KIND)));
    }

    /// Lays a block onto a place.
    pub(super) fn laid_on(self, block: Block, place: &Place<F>, action: Action) -> Laid<F> {
        self.app
            .peek(|model| Laid::new(ground(model), block, place, action))
    }

    /// Does what a key asks for a range; says whether it does.
    pub fn command(self, asked: Commanded) -> bool {
        let range = asked.range;
        let laid = match asked.command {
            GridCommand::FillDown => self.fill_down(range),
            GridCommand::Clear => {
                let place = self.place_of(range, 0);
                Some(self.laid_on(Block::single(""), &place, Action::Edit(F::KIND)))
            }
            GridCommand::Today => self.today(range),
            GridCommand::Done => return false,
            GridCommand::FillSeries => {
                self.ask.set(CellsAsk::Series);
                return true;
            }
            GridCommand::Replace => {
                self.ask.set(CellsAsk::Replace);
                return true;
            }
        };
        if let Some(laid) = laid {
            self.offer(laid);
        }
        true
    }

    /// What an entry of the menu does.
    pub(super) fn chosen(self, key: &str, done: Option<Callback<Commanded, bool>>) {
        let ask = match key {
            "series" => CellsAsk::Series,
            "bulk" => CellsAsk::Bulk,
            "replace" => CellsAsk::Replace,
            "heads" => return self.copy_heads.set(true),
            _ => CellsAsk::None,
        };
        if ask != CellsAsk::None {
            return self.ask.set(ask);
        }
        let Some(range) = self.range.get_untracked() else {
            return;
        };
        let asked = |command| Commanded { command, range };
        match done.filter(|_| key == DONE) {
            Some(done) => done.run(asked(GridCommand::Done)),
            None => self.command(asked(GridCommand::FillDown)),
        };
    }

    /// The first row over those below; a single row takes the one above it.
    fn fill_down(self, range: CellRange) -> Option<Laid<F>> {
        let single = range.first_row == range.last_row;
        let range = CellRange {
            first_row: if single {
                range.first_row.checked_sub(1)?
            } else {
                range.first_row
            },
            ..range
        };
        let mut place = self.place_of(range, 0);
        let first = (place.rows.len() > 1).then(|| place.rows.remove(0))?;
        place.height -= 1;
        let laid = |model: &crate::app::Model| paste::fill_down(ground(model), first, &place);
        Some(self.app.peek(laid))
    }

    /// Today into the cells of days.
    fn today(self, range: CellRange) -> Option<Laid<F>> {
        let day = self.app.peek(|model| format::day(model.now.today));
        let mut place = self.place_of(range, 0);
        place.columns.truncate(place.width);
        for column in &mut place.columns {
            *column = column.filter(|field| field.holds() == Holds::Day);
        }
        let any = place.columns.iter().any(Option::is_some);
        any.then(|| self.laid_on(Block::single(day), &place, Action::Edit(F::KIND)))
    }

    /// Whether something stands in a cell.
    pub fn filled(self, line: usize, col: usize) -> bool {
        let rows = self.source().rows.run((line, line, 1));
        let column = self.shown_fields().get(col).copied();
        let (Some(id), Some(field)) = (rows.first(), column) else {
            return false;
        };
        self.app.peek(|model| {
            let row = F::row(&model.book, *id, model.month());
            row.is_some_and(|row| field.is_none_or(|field| !field.is_empty(&model.book, &row)))
        })
    }

    /// What may be meant by what is typed in a cell.
    pub fn suggest(self, edit: &CellEdit) -> Vec<Suggestion> {
        let field = self.field(&edit.spot.column);
        field
            .map(|field| self.suggestions(field, &edit.value))
            .unwrap_or_default()
    }
}
