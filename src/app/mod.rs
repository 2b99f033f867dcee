//! The program without a screen: model, events, effects and view models.
