/** {@code print-op-stats}: counts operations. */
package org.qopt.passes.printopstats;
