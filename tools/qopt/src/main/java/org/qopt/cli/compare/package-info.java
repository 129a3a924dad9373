/** {@code qopt compare}: how far the outputs of one program are from those of another. */
package org.qopt.cli.compare;
