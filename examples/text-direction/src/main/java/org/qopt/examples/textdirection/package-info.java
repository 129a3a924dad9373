/**
 * Quantizes the classifier that tells PP-OCR which way up a line of text is. {@link
 * org.qopt.examples.textdirection.TextDirection} makes what is needed for it: the model, out of an
 * artifact on the class path, and lines of text, upright and upside down, whose labels are known
 * because they were drawn here. The rest is qopt's command line: see the script {@code run}.
 */
package org.qopt.examples.textdirection;
