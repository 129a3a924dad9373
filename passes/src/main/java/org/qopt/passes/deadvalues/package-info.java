/** The pass {@code remove-dead-values}. */
package org.qopt.passes.deadvalues;
