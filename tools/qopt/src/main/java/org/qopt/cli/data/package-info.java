/** Samples from files, as the inputs of a program take them. */
package org.qopt.cli.data;
