# What the programs of this folder share; read by them, not run. They set `bench` to this folder.

here=$bench/../bin
. "$here/common.sh"

# Starts a JVM with the arguments on the jar that is measured, and builds it if it is not there.
start_bench() {
  if [ ! -r "$dist/ready" ] || [ ! -d "$bench/target/lib" ]; then
    "$here/build" tools/bench || exit 1
  fi
  . "$dist/ready"
  exec "$java" -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
    -cp "$class_path:$bench/target/classes:$bench/target/lib/*" "$@"
}
