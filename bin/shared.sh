# What bin/run and bin/test have in common. Read by them, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
binary=$root/.build/release/samverka

say() { printf '%s\n' "$*"; }
fault() { printf '%s\n' "$*" >&2; return 1; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# The toolchain can't be installed with apt; all else can.
need_swift() {
  local wanted found
  wanted=$(sed -n '1s/.*swift-tools-version: *\([0-9.]*\).*/\1/p' "$root/Package.swift")
  command -v swift >/dev/null || stop "Swift saknas. Installera Swift $wanted eller senare enligt https://www.swift.org/install/linux/ och försök igen."
  found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
  [ "$(printf '%s\n%s\n' "$wanted" "$found" | sort -V | head -n 1)" = "$wanted" ] ||
    stop "Swift $found är för gammalt. Installera Swift $wanted eller senare enligt https://www.swift.org/install/linux/ och försök igen."
}

# Installs those of the Debian packages that are missing.
need_packages() {
  local missing=() package as_root=()
  command -v dpkg-query >/dev/null || fault "Det här är inte Debian. Installera själv det som motsvarar: $*" || return
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fault "De här paketen saknas: ${missing[*]}. Installera dem som root: apt-get install ${missing[*]}" || return
    as_root=(sudo)
  fi
  say "Installerar ${missing[*]} …"
  "${as_root[@]}" apt-get update -qq || say "Paketlistan gick inte att hämta. Försöker med den som finns."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fault "Paketen gick inte att installera: ${missing[*]}"
}

need_build_packages() {
  need_packages libsqlite3-dev libsodium-dev zlib1g-dev libqrencode-dev libxlsxwriter-dev libcurl4-openssl-dev
}

# What makes PDF and Word files and reads the texts of such. The server runs without it too, and says where it lacks something.
need_document_tools() {
  local venv=$root/.samverka/venv
  { command -v pandoc && command -v pdftotext; } >/dev/null || need_packages pandoc poppler-utils || return
  has_typst && return
  need_packages python3 python3-venv || return
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv" || return
  say "Installerar typst …"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries=1 --requirement="$root/tools/requirements.txt" || return
  typst_wanted >"$venv/typst-wanted"
}

typst_wanted() { sha256sum <"$root/tools/requirements.txt"; }

# Whether there is a typst: the one that is pointed out, the program itself, or the package from PyPI.
has_typst() {
  [ -n "${SAMVERKA_TYPST:-}" ] || command -v typst >/dev/null || [ "$(cat "$root/.samverka/venv/typst-wanted" 2>/dev/null)" = "$(typst_wanted)" ]
}

# Lets what is started find the package, if there is no program.
point_out_typst() {
  if has_typst && [ -z "${SAMVERKA_TYPST:-}" ] && ! command -v typst >/dev/null; then
    export SAMVERKA_TYPST=$root/tools/typst
  fi
}

# The one way the release is built. The Swift libraries are linked in, so that the program can be copied to a machine without Swift;
# building now with them and now without would build every dependency again each time.
build_release() {
  (cd "$root" && swift build -c release --product samverka --static-swift-stdlib)
}
