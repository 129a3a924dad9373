/** {@code apply-rewrites}: applies patterns that files hold. */
package org.qopt.passes.applyrewrites;
