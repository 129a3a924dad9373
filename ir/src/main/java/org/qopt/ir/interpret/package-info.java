/** Runs programs: the interpreter and what kernels are. */
package org.qopt.ir.interpret;
