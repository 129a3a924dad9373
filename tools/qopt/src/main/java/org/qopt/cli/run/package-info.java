/** {@code qopt run}: interprets a program and writes its outputs. */
package org.qopt.cli.run;
