/**
 * Runs tests that say how they are run. {@link org.qopt.lit.Discovery} finds them, {@link
 * org.qopt.lit.TestRunner} runs one, and {@link org.qopt.lit.LitCommand} is the program.
 */
package org.qopt.lit;
