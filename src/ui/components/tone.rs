//! The meanings a colour may carry, so that markup names a meaning and the theme picks the colour.

/// What a coloured thing says. Colour is never the only sign of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Says nothing in particular.
    #[default]
    Neutral,
    /// Present, but of little weight.
    Muted,
    /// Belongs to the current choice, or is plain information.
    Accent,
    /// The best class, or a success.
    Excellent,
    /// The second class.
    Good,
    /// The third class, or a warning.
    Fair,
    /// The lowest class, or an error.
    Poor,
}

impl Tone {
    /// The word used in class names, as in `badge--fair`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Muted => "muted",
            Self::Accent => "accent",
            Self::Excellent => "excellent",
            Self::Good => "good",
            Self::Fair => "fair",
            Self::Poor => "poor",
        }
    }

    /// `block block--tone`, the class attribute of a block in this tone.
    #[must_use]
    pub fn class(self, block: &str) -> String {
        format!("{block} {block}--{}", self.name())
    }
}
