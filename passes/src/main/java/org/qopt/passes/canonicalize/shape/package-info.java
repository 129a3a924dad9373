/** Patterns that remove or merge what only moves elements about. */
package org.qopt.passes.canonicalize.shape;
