/** Benchmarks of parts, each in a warm process, for {@code tools/bench/jmh}. */
package org.qopt.bench.jmh;
