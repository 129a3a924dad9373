/** {@code qopt calibrate}: runs a float program over data and writes down the ranges of values. */
package org.qopt.cli.calibrate;
