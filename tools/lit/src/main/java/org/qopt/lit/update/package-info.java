/** Writes the directives of tests anew from what today's tools print. */
package org.qopt.lit.update;
