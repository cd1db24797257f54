# Which Debian packages are missing, and installing them. Sourced after common.sh.

# packages_of GROUP...: the packages of these groups, one a line.
packages_of() {
  local wanted=" $* "
  awk -v wanted="$wanted" '
    /^[[:space:]]*(#|$)/ { next }
    { for (i = 2; i <= NF; i++) if (index(wanted, " " $i " ")) { print $1; next } }
  ' "$ROOT/deploy/packages.txt"
}

# missing_packages GROUP...: those of packages_of that dpkg does not know as installed.
missing_packages() {
  local wanted
  wanted=$(packages_of "$@" | sort -u)
  comm -23 <(printf '%s\n' "$wanted") <(
    # shellcheck disable=SC2086  # a list of names
    dpkg-query -W -f='${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
      sed -n 's/ installed$//p' | sort -u
  )
}

# node_major: 18 for v18.20.4; nothing when there is no Node.js.
node_major() {
  ! command -v node >/dev/null 2>&1 || node --version | sed -n 's/^v\([0-9]*\)\..*/\1/p'
}

# The web build wants Node.js 18 or newer with npm: whatever is there is used, else Debian's.
missing_node() {
  local major
  major=$(node_major)
  [ "${major:-0}" -ge 18 ] || printf 'nodejs\n'
  command -v npm >/dev/null 2>&1 || printf 'npm\n'
}

check_node() {
  local major
  major=$(node_major)
  [ "${major:-0}" -ge 18 ] || die "Node.js ${major:-is missing}: the web page needs 18 or newer"
}

# apt_install PACKAGE...: a refreshed index, no recommended packages, three tries.
apt_install() {
  local try
  local options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  for try in 1 2 3; do
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 update >&2 &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install "$@" >&2; then
      return 0
    fi
    warn "apt-get failed (try $try of 3)"
  done
  die "could not install: $*"
}
