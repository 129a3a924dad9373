/** Shows results: on the console while tests run, in a summary, and in files for machines. */
package org.qopt.lit.report;
