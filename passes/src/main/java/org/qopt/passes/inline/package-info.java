/** The pass {@code inline}. */
package org.qopt.passes.inline;
