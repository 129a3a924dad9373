# What the launchers share; read by them, not run. They set `here` to this folder.

root=$(cd "$here/../.." && pwd -P)
dist=$root/tools/dist/target/dist
log=$root/target/build.log
lock=$root/target/build.lock
program=${0##*/}

fail() {
  echo "$program: $1" >&2
  exit 1
}

# Whether $1 is the home of a JDK 25 or newer. Asks the file that every JDK has before the JDK itself.
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$version" ] ||
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 25 ] 2>/dev/null
}

# Sets JAVA_HOME to a JDK 25 or newer: the one that it names, the one of the PATH, one in a usual place.
find_jdk() {
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/java}
  for home in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /opt/*/*jdk* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && is_jdk "$home"; then
      JAVA_HOME=$home
      export JAVA_HOME
      return
    fi
  done
  fail "no JDK 25 or newer found: install one, or set JAVA_HOME to its folder"
}

# Runs Maven on the whole project's folder, from any Maven from 3.6 on, without the JVM's warnings
# about Maven's own libraries. MAVEN_ARGS is passed on by Maven itself only from 3.9 on.
maven() {
  (
    arguments=${MAVEN_ARGS:-}
    unset MAVEN_ARGS
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
    cd "$root" || exit 1
    # Several arguments, so not quoted.
    # shellcheck disable=SC2086
    exec mvn -B -Dstyle.color=never $arguments "$@" </dev/null
  )
}

require_build_tools() {
  find_jdk
  command -v mvn >/dev/null || fail "no Maven found: install it so that 'mvn' is on the PATH"
}

# Waits until no other process builds here. The holder's process id tells an abandoned lock.
take_lock() {
  mkdir -p "$root/target" || fail "cannot build in $root"
  while ! mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$"
    else
      sleep 0.2
    fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' HUP TERM
}

# What every JVM of ours is started with. The cache is dropped without a word where it does not fit,
# and the JVM never logs into a program's output. Where the cache is mapped at the address that it was
# made for, nothing in it has to be changed first; a JVM that no longer has that flag goes without.
# Most caches have no records for the compiler: no thread is to be woken at each class to replay them.
# A record's accessor is called a few times, for which no code is worth being made.
jvm_flags="-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
  -XX:-AOTReplayTraining -Xlog:disable -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow -Djdk.reflect.useNativeAccessorOnly=true
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

# Everything in one jar; filecheck needs only its own.
class_path=$dist/qopt.jar

# For programs that end before compiling twice, first fast and then well, would pay.
short_run_flags=-XX:TieredStopAtLevel=1
further_flags=

# All classes of a cache are loaded at every start, so there are several: plain.aot is for reading and
# writing alone, passes.aot for passes that need no target.
cache=qopt.aot

# For what computes: vector instructions, and a cache that was made with them.
vector_flags=--add-modules=jdk.incubator.vector
vector_cache=vector.aot

# What the training is started with: without records for the compiler, which would compile much
# more at every start, and no long run is any faster with them. In filecheck alone that much is little.
training_flags=-XX:-AOTRecordTraining

# Makes cache $1 of what a JVM needs that is started with the other arguments, in the folder of training.
train() {
  cache=$dist/$1
  shift
  # shellcheck disable=SC2086
  (cd "$training" && "$JAVA_HOME/bin/java" $jvm_flags $training_flags $services -XX:AOTCacheOutput="$cache" -cp "$class_path" "$@")
}

# Prints what the jars bring, so that no start has to search them for it: see org.qopt.ir.Services.
list_services() {
  for name in $(cd "$root" && ls -d ./*/src/main/resources/META-INF/services/* | sed 's|.*/||' | sort -u); do
    providers=$(cat "$root"/*/src/main/resources/META-INF/services/"$name" | tr -s '\n' ',')
    printf ' -Dqopt.services.%s=%s' "$name" "${providers%,}"
  done
}

# Copies the jars that Maven has built to where they are started from, and trains their cache. The
# old ones are unlinked, not overwritten: processes that still use them go on.
assemble() {
  rm -f "$dist/ready"
  rm -rf "$dist"
  mkdir -p "$dist" && cp "$root/tools/dist/target/lib/"*.jar "$dist/" ||
    fail "cannot copy what was built to $dist"
  services=$(list_services)
  training=$root/tools/dist/training
  mkdir -p "$root/tools/dist/target/training"
  {
    train plain.aot org.qopt.cli.Training plain.txt &&
      train passes.aot org.qopt.cli.Training passes.txt &&
      train qopt.aot org.qopt.cli.Training qopt.txt &&
      train $vector_cache $vector_flags org.qopt.cli.Training vector.txt &&
      train lit.aot org.qopt.lit.Main ../training-lit &&
      class_path=$dist/filecheck.jar &&
      train filecheck.aot -XX:+AOTRecordTraining -XX:+AOTReplayTraining org.qopt.filecheck.Training \
        checks.txt checked.txt <"$training/checked.txt"
  } >"$root/target/training.log" 2>&1 ||
    echo "$program: the cache could not be trained, so programs start slowly: see $root/target/training.log" >&2
  printf "java='%s'\nservices='%s'\n" "$JAVA_HOME/bin/java" "$services" >"$dist/ready.new"
  mv "$dist/ready.new" "$dist/ready"
}

# Starts main class $1 with the other arguments in place of this process, and with $further_flags.
launch() {
  main=$1
  shift
  if [ -r "$dist/ready" ]; then
    . "$dist/ready"
  fi
  if [ ! -x "${java:-}" ]; then
    "$here/build" --first-use="$program" || exit 1
    . "$dist/ready"
  fi
  terminal=false
  [ ! -t 2 ] || terminal=true
  # Where standard input is closed, the JVM would take the first file that it opens for it.
  [ -e /dev/fd/0 ] || exec </dev/null
  # The JVM says of the vector instructions that they are new before it runs anything of ours. What
  # a user adds may be at fault, and then the JVM has to be heard; a socket cannot be opened anew.
  if [ "$cache" = $vector_cache ] && [ -z "${QOPT_JAVA_OPTS:-}" ] && [ ! -S /dev/fd/2 ] && [ -w /dev/fd/2 ]; then
    exec 3>&2 2>/dev/null
    further_flags="$further_flags -Dqopt.stderr=/dev/fd/3"
  fi
  # shellcheck disable=SC2086
  exec "$java" -XX:AOTCache="$dist/$cache" $jvm_flags $further_flags $services -Dqopt.terminal=$terminal \
    ${QOPT_JAVA_OPTS:-} -cp "$class_path" "$main" "$@"
}
