/** {@code composite-fixed-point-pass}: a pipeline again and again. */
package org.qopt.passes.composite;
