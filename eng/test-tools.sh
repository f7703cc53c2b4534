#!/usr/bin/env bash
# The programs that tests run against, and the Debian packages they come in.
set -euo pipefail

# program:package
tools=(
  named-checkzone:bind9-utils
  knotd:knot
  named:bind9
  dig:bind9-dnsutils
  nft:nftables
  ip:iproute2
  ping:iputils-ping
  sysctl:procps
  unshare:util-linux
  slapd:slapd
  ldapsearch:ldap-utils
  wg:wireguard-tools
  wireguard-go:wireguard-go
  git:git
  chromium:chromium
  wrk:wrk
)

missing=()
packages=()
for tool in "${tools[@]}"; do
  if ! command -v "${tool%%:*}" >/dev/null 2>&1 && ! [ -x "/usr/sbin/${tool%%:*}" ]; then
    missing+=("${tool%%:*} (Debian ${tool##*:})")
    packages+=("${tool##*:}")
  fi
done

[ ${#packages[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing ${packages[*]}"
  # Servers are started by the tests that need them, with configurations of their own; none is to be started by its package.
  policy=/usr/sbin/policy-rc.d
  if ! [ -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
else
  printf 'Missing, so the tests that need it are skipped: %s\n' "${missing[@]}"
fi
