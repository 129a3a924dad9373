/** The programs that are measured: made anew for each run, and the same each time. */
package org.qopt.bench.generate;
