#!/usr/bin/env bash
# What signing one credential costs, in CPU time: by its template, in full, the bare signature of the same provider, and @digitalbazaar/vc, side by side in
# one run; and a status list signed again. Called by run.sh.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
. .mvn/find-jdk.sh
meritstream_find_jdk
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/credentials"

# The measured code with its tests' fixtures, which are not part of any jar.
./mvnw -q -Dquick -Dmaven.test.skip=false -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path \
  -pl services/issuance --also-make
issuance=services/issuance/target
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -cp "$issuance/test-classes:$issuance/classes:$(cat $issuance/class-path)" \
  org.meritstream.issuance.credential.CredentialCost "$scratch/credentials" | tee "$scratch/figures"

if command -v node >/dev/null 2>&1 && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; then
  [ -d "$here/node_modules" ] && [ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ] ||
    npm --prefix "$here" ci --silent --no-fund --no-audit
  node "$here/peer.mjs" "$scratch/credentials" services/issuance/src/main/resources/contexts contracts/openbadges/src/main/resources/contexts/recognition | tee -a "$scratch/figures"
else
  echo "Node 20 or newer is missing: not compared with @digitalbazaar/vc"
fi

awk -F'\t' '
  { us[$1] = $2 }
  function told(what, value, goal, format) { printf "%-66s " format "   (goal: %s)\n", what, value, goal }
  END {
    print ""
    told("rate by template, of the bare signature'"'"'s", us["bare signature"] / us["template"], "0.33 or more", "%.2f")
    peer = us["@digitalbazaar/vc"]
    if (peer) {
      told("rate by template, times @digitalbazaar/vc'"'"'s", peer / us["template"], "150 or more", "%.0f")
      told("rate on the full path, times @digitalbazaar/vc'"'"'s", peer / us["full path"], "4 or more", "%.1f")
    }
    told("a status list signed again, ms of CPU", us["status list"] / 1000, "under 100", "%.1f")
  }' "$scratch/figures"
