/**
 * The command line of qopt: {@link org.qopt.cli.Main} starts {@link org.qopt.cli.Qopt}, which finds
 * the {@link org.qopt.cli.Command}; {@link org.qopt.cli.Guard} makes of whatever goes wrong a
 * diagnostic and an exit status.
 */
package org.qopt.cli;
