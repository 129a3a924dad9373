/**
 * What every exporter to C99 needs, whatever the target: kernels that are written as C files and
 * put together as a program needs them, an arena for intermediate values, the text of {@code
 * model.c} and {@code model.h}, and a driver that runs the program on files.
 *
 * <p>A target says by a {@link org.qopt.target.c.CLowering} how values are stored and which calls
 * compute an operation; {@link org.qopt.target.c.CExport} does the rest.
 */
package org.qopt.target.c;
