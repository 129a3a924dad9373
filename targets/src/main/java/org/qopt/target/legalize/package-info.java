/**
 * From the QDQ form to a target's dialect, as far as all targets go the same way: a target brings
 * one {@link org.qopt.target.legalize.OpLegalization} for each kind of operation, and its profile
 * says which operations those can take.
 */
package org.qopt.target.legalize;
