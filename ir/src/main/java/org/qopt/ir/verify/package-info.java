/**
 * Decides whether operations are valid, in three layers: what their definitions say of operands,
 * attributes and results one by one; what traits ask for; and the clauses of each operation. Around
 * them stand the rules of the IR as a whole: terminators, dominance, symbols.
 */
package org.qopt.ir.verify;
