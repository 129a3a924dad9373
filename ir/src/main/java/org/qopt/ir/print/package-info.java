/** Programs, attributes, numbers and names as text in MLIR's syntax. */
package org.qopt.ir.print;
