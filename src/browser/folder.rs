//! A folder of this machine the user gave to the page: listed, read, written, where browsers
//! have the File System Access API.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::app::job::LARGEST_FILE;
use crate::app::outside::{CopyProblem, FolderState};

use super::indexed_db::{keep, kept};
use super::js;

const PICKER: &str = "showDirectoryPicker";
/// The name the handle is kept under.
const KEPT: &str = "folder";
/// Lets the browser open its picker where it was left.
const PICKER_ID: &str = "congtam";

/// A folder, by its handle.
#[derive(Debug, Clone)]
pub(super) struct Folder(JsValue);

/// True where the browser gives pages folders.
fn is_supported() -> bool {
    js::global(PICKER).is_ok_and(|picker| picker.is_function())
}

impl Folder {
    /// The folder chosen before, with what may be done with it now.
    pub(super) async fn last() -> (Option<Self>, FolderState) {
        if !is_supported() {
            return (None, FolderState::Unsupported);
        }
        // A handle that cannot be read is as good as none: the user chooses again.
        let Some(folder) = kept(KEPT).await.ok().flatten().map(Self) else {
            return (None, FolderState::NotChosen);
        };
        let state = folder.state("queryPermission").await;
        (Some(folder), state)
    }

    /// Has the user choose a folder, and remembers it; nothing when they choose none.
    pub(super) async fn choose() -> Result<Option<Self>, CopyProblem> {
        let options = js::object(&[("id", PICKER_ID.into()), ("mode", "readwrite".into())]);
        let options = options.map_err(|error| problem(&error))?;
        let folder = match js::ask(&js_sys::global(), PICKER, &[options]).await {
            Ok(folder) => Self(folder),
            Err(error) if js::error_name(&error) == "AbortError" => return Ok(None),
            Err(error) => return Err(problem(&error)),
        };
        keep(KEPT, Some(&folder.0))
            .await
            .map_err(|error| CopyProblem::Storage(super::problem::of_store(error)))?;
        Ok(Some(folder))
    }

    /// Forgets the folder chosen before.
    pub(super) async fn forget() -> Result<(), CopyProblem> {
        keep(KEPT, None)
            .await
            .map_err(|error| CopyProblem::Storage(super::problem::of_store(error)))
    }

    /// Has the browser ask the user to allow writing again. Only after a press of a button.
    pub(super) async fn ask(&self) -> FolderState {
        self.state("requestPermission").await
    }

    /// What a question about the permission to write answers.
    async fn state(&self, question: &str) -> FolderState {
        let name = js::text(&self.0, "name");
        let Ok(mode) = js::object(&[("mode", "readwrite".into())]) else {
            return FolderState::Lapsed(name);
        };
        match js::ask(&self.0, question, &[mode]).await {
            Ok(answer) if answer.as_string().as_deref() == Some("granted") => {
                FolderState::Ready(name)
            }
            _ => FolderState::Lapsed(name),
        }
    }

    /// The names of everything in it.
    pub(super) async fn names(&self) -> Result<Vec<String>, CopyProblem> {
        self.list().await.map_err(|error| problem(&error))
    }

    async fn list(&self) -> Result<Vec<String>, JsValue> {
        let keys = js::call(&self.0, "keys", &[])?;
        let mut names = Vec::new();
        loop {
            let next = js::ask(&keys, "next", &[]).await?;
            if js::get(&next, "done")?.is_truthy() {
                return Ok(names);
            }
            names.extend(js::get(&next, "value")?.as_string());
        }
    }

    /// The bytes of a file in it.
    pub(super) async fn read(&self, name: &str) -> Result<Vec<u8>, CopyProblem> {
        let file = self.file(name).await.map_err(|error| problem(&error))?;
        let size = js::get(&file, "size").ok().and_then(|size| size.as_f64());
        if size.is_none_or(|size| size > f64::from(LARGEST_FILE)) {
            return Err(CopyProblem::TooLarge(LARGEST_FILE));
        }
        let buffer = js::ask(&file, "arrayBuffer", &[]).await;
        let buffer = buffer.map_err(|error| problem(&error))?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    async fn file(&self, name: &str) -> Result<JsValue, JsValue> {
        let handle = js::ask(&self.0, "getFileHandle", &[name.into()]).await?;
        js::ask(&handle, "getFile", &[]).await
    }

    /// Writes a file: the browser puts it in place only when all of it is written.
    pub(super) async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), CopyProblem> {
        let written = self.put(name, bytes).await;
        if written.is_err() {
            // What was begun holds nothing; if it cannot be removed it is no copy that opens.
            drop(self.remove(name).await);
        }
        written.map_err(|error| problem(&error))
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let create = js::object(&[("create", JsValue::TRUE)])?;
        let handle = js::ask(&self.0, "getFileHandle", &[name.into(), create]).await?;
        let stream = js::ask(&handle, "createWritable", &[]).await?;
        let written = js::ask(&stream, "write", &[Uint8Array::from(bytes).into()]).await;
        if let Err(error) = written {
            // The first error tells; one of giving up adds nothing.
            drop(js::ask(&stream, "abort", &[]).await);
            return Err(error);
        }
        js::ask(&stream, "close", &[]).await.map(drop)
    }

    /// Removes a file.
    pub(super) async fn remove(&self, name: &str) -> Result<(), CopyProblem> {
        let removed = js::ask(&self.0, "removeEntry", &[name.into()]).await;
        removed.map(drop).map_err(|error| problem(&error))
    }
}

fn problem(error: &JsValue) -> CopyProblem {
    let name = js::error_name(error);
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CopyProblem::NotAllowed,
        "NotFoundError" => CopyProblem::FolderGone,
        "QuotaExceededError" => CopyProblem::Full,
        _ => CopyProblem::Other(name),
    }
}
