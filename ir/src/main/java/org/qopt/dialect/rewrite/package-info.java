/**
 * The dialect {@code rewrite}: patterns over programs, written as programs. What applies them is
 * not here: the operations only say what is to match and what takes its place.
 */
package org.qopt.dialect.rewrite;
