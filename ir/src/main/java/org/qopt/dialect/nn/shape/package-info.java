/**
 * The shape rules of the operations of {@code nn}: pure functions of operand shapes and attributes.
 * Type inference calls them with what is known before the program runs, kernels with the shapes of
 * the tensors at hand, and the verifier's clauses call the checks that the rules make.
 */
package org.qopt.dialect.nn.shape;
