/** A small shell: reads command lines and runs them in process where it can. */
package org.qopt.lit.shell;
