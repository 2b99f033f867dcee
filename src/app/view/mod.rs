//! What each screen shows, projected from the model.
