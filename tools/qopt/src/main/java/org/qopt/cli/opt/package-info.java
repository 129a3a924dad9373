/** {@code qopt} without a command: reads a program, runs passes on it, writes what comes of it. */
package org.qopt.cli.opt;
