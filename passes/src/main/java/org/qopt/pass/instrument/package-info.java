/** What can watch a pipeline run: printing of the program, timing, statistics. */
package org.qopt.pass.instrument;
