/** {@code name-values}: gives every value a name that stays with it. */
package org.qopt.passes.namevalues;
