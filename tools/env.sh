# Shared by the scripts of this directory: what the project needs, in which
# version, and where it is kept. Sourced, never run.
#
# Tools live outside the checkout, by version, so a second clone finds them:
#   CONGTAM_TOOLS   where they are kept (default: ~/.cache/congtam)

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CONGTAM_TOOLS=${CONGTAM_TOOLS:-$HOME/.cache/congtam}

WASM_TARGET=wasm32-unknown-unknown
TRUNK_VERSION=0.21.14
WASM_SPLIT_VERSION=0.2.4
BINARYEN_VERSION=132.0.0          # keep Trunk.toml's [tools] wasm_opt in step
OPENPYXL_VERSION=3.1.5
PYTHON_DOCX_VERSION=1.2.0
# The command must be of exactly the version of the crate.
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.lock")

TRUNK_HOME=$CONGTAM_TOOLS/trunk-$TRUNK_VERSION
WASM_BINDGEN_HOME=$CONGTAM_TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION
WASM_SPLIT_HOME=$CONGTAM_TOOLS/wasm-split-$WASM_SPLIT_VERSION
BINARYEN_HOME=$CONGTAM_TOOLS/binaryen-$BINARYEN_VERSION
PYTHON_HOME=$CONGTAM_TOOLS/python-openpyxl-$OPENPYXL_VERSION-docx-$PYTHON_DOCX_VERSION
DEBIAN_RUST_HOME=$CONGTAM_TOOLS/debian-rust-wasm

export PATH="$TRUNK_HOME/bin:$WASM_BINDGEN_HOME/bin:$WASM_SPLIT_HOME/bin:$BINARYEN_HOME/node_modules/.bin:$PATH"

say() { printf '== %s\n' "$*" >&2; }

stop() {
    printf '\n!! %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do printf '   %s\n' "$line" >&2; done
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_debian() { [ -r /etc/os-release ] && grep -qx 'ID=debian' /etc/os-release; }

# Installs those of the named Debian packages that are missing. Asks for
# nothing when all are there.
debian_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing Debian packages (a few minutes at most): ${missing[*]}"
    local as_root=''
    if [ "$(id -u)" != 0 ]; then
        have sudo || stop "Debian packages are missing and this user may not install them." \
            "Ask an administrator for: apt-get install ${missing[*]}"
        as_root=sudo
    fi
    local log=$CONGTAM_TOOLS/apt.log
    mkdir -p "$CONGTAM_TOOLS"
    # An unreachable extra source is no reason to stop; a missing package is.
    $as_root apt-get update -qq >"$log" 2>&1 </dev/null || true
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null ||
        stop "apt-get could not install them; the end of $log:" "$(tail -n 15 "$log")"
}

# True when the compiler found on PATH can build for the browser.
rust_has_wasm() {
    local lib
    lib=$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null) || return 1
    compgen -G "$lib/libstd-*.rlib" >/dev/null
}

# Builds for the browser use the ordinary compiler when it knows the target,
# and Debian's own (see install-wasm-target) when it does not.
#   CONGTAM_WASM_RUST=debian   use Debian's in any case
use_wasm_rust() {
    if [ "${CONGTAM_WASM_RUST:-}" != debian ] && rust_has_wasm; then return 0; fi
    export PATH="$DEBIAN_RUST_HOME/bin:$PATH"
    rust_has_wasm || stop "No Rust compiler here can build for $WASM_TARGET." "Run: make setup"
}

# Finds a Chromium and exports CHROMIUM; fails when there is none.
find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if [ -n "$candidate" ] && have "$candidate"; then
            CHROMIUM=$(command -v "$candidate")
            export CHROMIUM
            return 0
        fi
    done
    return 1
}

find_chromedriver() {
    CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
    export CHROMEDRIVER
    [ -n "$CHROMEDRIVER" ]
}
