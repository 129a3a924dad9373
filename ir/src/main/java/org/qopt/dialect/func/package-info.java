/** The dialect {@code func}: functions, their calls and their ends, as MLIR has them. */
package org.qopt.dialect.func;
