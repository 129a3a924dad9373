/**
 * The engine that runs passes over a program.
 *
 * <p>A {@link org.qopt.pass.Pass} is a record whose components are its options. A {@link
 * org.qopt.pass.Pipeline} says which passes run on which operations, as a value or as text; a
 * {@link org.qopt.pass.PassManager} runs it, verifies after each pass and tells {@link
 * org.qopt.pass.PassInstrumentation}s what happens.
 */
package org.qopt.pass;
