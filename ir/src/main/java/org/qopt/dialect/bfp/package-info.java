/**
 * The dialect {@code bfp}: block floating point. Mantissas are small integers; a power of two is
 * shared by a tensor, a channel or a block of neighbours ({@link org.qopt.dialect.bfp.BlockType}).
 * {@link org.qopt.dialect.bfp.Packing} says how exact numbers become such values; {@code bfp.qcast}
 * and whatever computes on mantissas go through it.
 */
package org.qopt.dialect.bfp;
