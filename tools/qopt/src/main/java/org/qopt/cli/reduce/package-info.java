/**
 * {@code qopt reduce}: makes a program as small as it can be while a test still finds in it what
 * the user looks for.
 *
 * <p>{@link org.qopt.cli.reduce.move.Move} says what can be made smaller, {@link
 * org.qopt.cli.reduce.Reducer} tries ever smaller groups of such edits, and an {@link
 * org.qopt.cli.reduce.Interest} decides.
 */
package org.qopt.cli.reduce;
