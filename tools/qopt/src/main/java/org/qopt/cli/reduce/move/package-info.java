/**
 * What can be made smaller in a program: a class each, see {@link org.qopt.cli.reduce.move.Moves}.
 */
package org.qopt.cli.reduce.move;
