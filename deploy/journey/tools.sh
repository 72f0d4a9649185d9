# Sourced by whoever asks whether this machine has what the journey needs beyond a JDK. Needs only a POSIX shell.

meritstream_has_node() { # Node 20 or newer, and npm, which Debian packages apart from it
  command -v node >/dev/null 2>&1 && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 20 ] &&
    npm --version >/dev/null 2>&1
}

meritstream_browser() { # -> where a Chromium is (browser.mjs looks in the same places)
  for meritstream_one in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    /usr/bin/google-chrome-stable /snap/bin/chromium "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -x "$meritstream_one" ]; then
      printf '%s\n' "$meritstream_one"
      return 0
    fi
  done
  return 1
}
