// Starts the app. An external file, because the page's policy allows no inline script.
// The file names, hashes included, stand in the page's own preload links.

const boot = document.getElementById("boot");
const text = document.getElementById("boot-text");

// The one failure the app cannot word itself: it never started.
const failures = {
  old: [
    "Trình duyệt này quá cũ để chạy Công Tâm. Hãy cập nhật Chrome, Edge, Firefox hoặc Safari rồi mở lại. Dữ liệu đã lưu vẫn còn nguyên.",
    "This browser is too old to run Công Tâm. Update it, then open the page again. Saved data are untouched.",
  ],
  files: [
    "Chưa tải được ứng dụng. Hãy tải lại trang; nếu vẫn lỗi, có thể bản cài đặt bị thiếu tệp. Dữ liệu đã lưu vẫn còn nguyên.",
    "The app could not be loaded. Reload the page; if that does not help, files of the installation may be missing. Saved data are untouched.",
  ],
};

function fail([vietnamese, english]) {
  if (!boot?.isConnected) return;
  text.setAttribute("role", "alert");
  text.textContent = vietnamese;
  const translation = document.createElement("p");
  translation.lang = "en";
  translation.textContent = english;
  text.after(translation);
}

async function start() {
  if (typeof WebAssembly !== "object" || !("indexedDB" in window)) return fail(failures.old);
  try {
    const glue = document.querySelector('link[rel="modulepreload"][href*="page"]');
    const wasm = document.querySelector('link[rel="preload"][href$=".wasm"]');
    const { default: init } = await import(glue.href);
    // The browser refuses a file that does not match what was built.
    await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity, credentials: "same-origin" }) });
    boot.remove();
  } catch (error) {
    console.error(error);
    fail(failures.files);
  }
}

start();
