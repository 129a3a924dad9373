/** The passes that belong to no target, one package each. */
package org.qopt.passes;
