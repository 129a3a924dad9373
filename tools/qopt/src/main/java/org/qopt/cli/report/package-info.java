/** The forms in which diagnostics are shown. */
package org.qopt.cli.report;
