# Sourced by mvnw and deploy/quickstart.sh: makes JAVA_HOME name a JDK 21 or newer, looking in the usual places when
# the `java` at hand is older or missing. Says on standard error which one it took, and why. Needs only a POSIX shell.

meritstream_java_major() { # DIR -> the major version of DIR/bin/javac, or nothing
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

meritstream_find_jdk() {
  meritstream_wanted=21
  if [ -n "${JAVA_HOME:-}" ]; then
    meritstream_major=$(meritstream_java_major "$JAVA_HOME")
    if [ -n "$meritstream_major" ] && [ "$meritstream_major" -ge "$meritstream_wanted" ]; then return 0; fi
    meritstream_why="JAVA_HOME holds no JDK $meritstream_wanted or newer"
  elif command -v javac >/dev/null 2>&1; then
    meritstream_major=$(javac -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
    if [ -n "$meritstream_major" ] && [ "$meritstream_major" -ge "$meritstream_wanted" ]; then return 0; fi
    meritstream_why="the JDK on the PATH is ${meritstream_major:-of unknown age}"
  else
    meritstream_why="no JDK on the PATH"
  fi
  meritstream_best='' meritstream_best_major=0
  for meritstream_dir in /usr/lib/jvm/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/java/* /usr/local/java/* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.jenv/versions/* \
    "${HOME:-/nowhere}"/.asdf/installs/java/* "${HOME:-/nowhere}"/.local/share/mise/installs/java/* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    meritstream_major=$(meritstream_java_major "$meritstream_dir")
    if [ -n "$meritstream_major" ] && [ "$meritstream_major" -ge "$meritstream_wanted" ] && [ "$meritstream_major" -gt "$meritstream_best_major" ]; then
      meritstream_best=$meritstream_dir meritstream_best_major=$meritstream_major
    fi
  done
  if [ -z "$meritstream_best" ]; then
    printf 'Meritstream needs a JDK %s or newer: %s, and none was found in the usual places.\nInstall one (any vendor) or set JAVA_HOME to it, then run this again.\n' "$meritstream_wanted" "$meritstream_why" >&2
    return 1
  fi
  JAVA_HOME=$meritstream_best
  export JAVA_HOME
  PATH="$JAVA_HOME/bin:$PATH"
  export PATH
  printf 'Using JDK %s in %s (%s).\n' "$meritstream_best_major" "$meritstream_best" "$meritstream_why" >&2
}
