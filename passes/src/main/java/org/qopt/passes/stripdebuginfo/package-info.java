/** {@code strip-debuginfo}: forgets where a program comes from. */
package org.qopt.passes.stripdebuginfo;
