/**
 * Sums of products of bytes with vector instructions, for the kernels of all targets. It needs the
 * module {@code jdk.incubator.vector}, which a JVM has only when it is asked for: {@link
 * org.qopt.target.simd.Simd#isAvailable()} comes before anything else here.
 *
 * <p>Products are summed as floats, of which an instruction multiplies and adds eight or more.
 * Whole numbers up to 2^24 are exact in a float; a sum that could leave them is cut into parts that
 * cannot, and the parts are added as int.
 */
package org.qopt.target.simd;
