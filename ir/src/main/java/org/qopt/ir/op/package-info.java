/**
 * Definitions of kinds of operations. An {@link org.qopt.ir.op.OpDef}, made part by part with
 * {@link org.qopt.ir.op.OpDefBuilder}, holds constraints for operands, results ({@link
 * org.qopt.ir.op.TypeConstraint}) and attributes ({@link org.qopt.ir.op.AttributeConstraint}, the
 * common ones in {@link org.qopt.ir.op.Attributes}), what it has in common with others ({@link
 * org.qopt.ir.op.Traits}), its own rules ({@link org.qopt.ir.op.Clause}), how the types of results
 * follow ({@link org.qopt.ir.op.TypeInference}), and what it computes ({@link
 * org.qopt.ir.interpret.Kernel}).
 */
package org.qopt.ir.op;
