/**
 * Runs tests that say how they are run. {@link org.qopt.lit.Discovery} finds them, {@link
 * org.qopt.lit.TestRunner} runs one, and {@link org.qopt.lit.LitCommand} is the program. What users
 * write against is {@link org.qopt.lit.Command}.
 */
package org.qopt.lit;
