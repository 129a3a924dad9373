/**
 * What users are told: a {@link org.qopt.ir.diagnostic.Diagnostic} says what was expected and what
 * was found, at a location, with notes. Code that finds several gives them to a {@link
 * org.qopt.ir.diagnostic.DiagnosticSink}; code that cannot go on throws {@link
 * org.qopt.ir.diagnostic.InvalidInputException}.
 */
package org.qopt.ir.diagnostic;
