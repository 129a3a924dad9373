/**
 * Numbers: a {@link org.qopt.ir.tensor.Tensor} has a shape and elements of one {@link
 * org.qopt.ir.tensor.ElementKind}, in an array or in a file that is mapped into memory. Constants
 * hold them, kernels take and give them.
 */
package org.qopt.ir.tensor;
