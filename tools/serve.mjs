// Serves a directory on this machine alone, as a careful web server would: right types, the page's
// own policy as a header too (so that it holds in the worker), nothing above the directory.
//
// node tools/serve.mjs [directory] [port]      (default: dist 8080; a taken port gives the next free one)

import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const types = {
  ".css": "text/css; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const hashed = /-[0-9a-f]{12,16}(_bg)?\.\w+$/;

function policy(root) {
  const page = readFileSync(join(root, "index.html"), "utf8");
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "default-src 'none'";
}

/** Starts serving; resolves with the address and a function that stops it. Port 0 takes any free one. */
export function serve(directory, port = 0) {
  const root = resolve(directory);
  const security = `${policy(root)}; frame-ancestors 'none'`;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    let size;
    try {
      const found = statSync(file);
      if (!file.startsWith(root + sep) || !found.isFile()) throw new Error("not a file of ours");
      size = found.size;
    } catch {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": size,
      "content-security-policy": security,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), display-capture=()",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cache-control": hashed.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () =>
      done({
        address: `http://127.0.0.1:${server.address().port}`,
        stop: () => new Promise((stopped) => { server.closeAllConnections(); server.close(stopped); }),
      }));
  });
}

async function main() {
  const [directory = "dist", first = "8080"] = process.argv.slice(2);
  for (let port = Number(first); ; port += 1) {
    try {
      const { address } = await serve(directory, port);
      console.log(`\n  Công Tâm: ${address}\n\n  (Ctrl+C to stop)`);
      return;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port > Number(first) + 20) throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
