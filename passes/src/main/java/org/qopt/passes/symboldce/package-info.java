/** {@code symbol-dce}: removes functions that nothing refers to. */
package org.qopt.passes.symboldce;
