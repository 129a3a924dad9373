/** Words of the command line: which flags there are, and what they are set to. */
package org.qopt.cli.args;
