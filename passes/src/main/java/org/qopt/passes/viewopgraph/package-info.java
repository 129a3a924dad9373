/** The pass {@code view-op-graph}. */
package org.qopt.passes.viewopgraph;
