/**
 * The types of values: numbers, tensors of a {@link org.qopt.ir.type.Shape} that may be known in
 * part, functions. Dialects have types of their own ({@link org.qopt.ir.type.DialectType}); what is
 * not understood is kept as text ({@link org.qopt.ir.type.OpaqueType}).
 */
package org.qopt.ir.type;
