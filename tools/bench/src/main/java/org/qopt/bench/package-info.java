/**
 * {@code tools/bench/run}: measures what users wait for, beside the programs that do the same
 * elsewhere. {@link org.qopt.bench.Workloads} lists what is measured.
 */
package org.qopt.bench;
